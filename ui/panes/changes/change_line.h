#pragma once

#include <QLineEdit>
#include <optional>
#include <vector>

#include "core/intervention/intervention.h"

class QCompleter;

namespace headlight {

/// A field in which changes are written in the grammar of core/intervention/grammar.h: completes its words and says
/// where a text is wrong.
class ChangeLine final : public QLineEdit {
  Q_OBJECT
 public:
  explicit ChangeLine(QWidget* parent = nullptr);

  /// What is written, when it can be read.
  std::optional<std::vector<Intervention>> changes() const;
  /// Why it cannot be read: "character 8: expected a layer, found 'x'"; empty when it can, and for an empty field.
  QString problem() const;

 signals:
  /// Return, with changes that can be read.
  void entered(const std::vector<headlight::Intervention>& changes);
  /// Return, with something else.
  void refused();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void offer();
  void complete(const QString& word);
  /// The word that the cursor is at the end of.
  QString wordBefore() const;

  QCompleter* m_completer;
};

}  // namespace headlight
