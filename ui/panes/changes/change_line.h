#pragma once

#include <QLineEdit>
#include <vector>

#include "core/intervention/intervention.h"

class QCompleter;

namespace headlight {

/// What a line of changes may be completed with beside the words of the grammar.
struct ChangeLineFacts {
  QStringList words;                           ///< Of the text, in its order.
  QString otherText;                           ///< The second text; empty for none.
  bool encodes = false, seesPictures = false;  ///< Whether there are heads of an encoder, and of a vision tower.
  bool hasStages = false;                      ///< Whether there are heads of several stages.
};

/// A field in which changes are written in the grammar of core/intervention/grammar.h: completes its words and says
/// where a text is wrong.
class ChangeLine final : public QLineEdit {
  Q_OBJECT
 public:
  explicit ChangeLine(QWidget* parent = nullptr);

  void setFacts(ChangeLineFacts facts) { m_facts = std::move(facts); }

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
  /// What may stand where the word or the quotation mark begins that the cursor is in.
  QStringList offers(const QString& before) const;
  void complete(const QString& word);
  /// The word that the cursor is at the end of, with a quotation mark that opens it.
  QString wordBefore() const;

  ChangeLineFacts m_facts;
  QCompleter* m_completer;
};

}  // namespace headlight
