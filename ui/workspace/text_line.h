#pragma once

#include <QWidget>
#include <optional>

#include "ui/workspace/workspace_state.h"

class QLabel;
class QPlainTextEdit;

namespace headlight {

/// The fields of one text: the text, and beside it the second text of a pair when that is shown.
class TextLine final : public QWidget {
  Q_OBJECT
 public:
  /// `suffix` is added to the fields' object names "text" and "pair".
  explicit TextLine(const QString& suffix, QWidget* parent = nullptr);

  /// The pair is none while its field is hidden or empty.
  TextInput input() const;
  /// Shows another text without telling edited().
  void setInput(const TextInput& input);
  void setPairShown(bool shown);
  /// A letter before the field that tells the lines apart; none when empty.
  void setLetter(const QString& letter);
  QPlainTextEdit* textField() const { return m_text; }
  QPlainTextEdit* pairField() const { return m_pair; }

 signals:
  void edited();

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QLabel* m_letter = nullptr;
  QPlainTextEdit* m_text = nullptr;
  QPlainTextEdit* m_pair = nullptr;
};

}  // namespace headlight
