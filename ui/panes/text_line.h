#pragma once

#include <QWidget>

#include "ui/state/workspace_state.h"

class QLabel;

namespace headlight {

class TextField;

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
  /// Selects all of the text, so that what is typed replaces it.
  void selectText();
  void setPairShown(bool shown);
  /// A letter before the field that tells the lines apart; none when empty.
  void setLetter(const QString& letter);
  TextField* textField() const { return m_text; }
  TextField* pairField() const { return m_pair; }

 signals:
  void edited();

 private:
  QLabel* m_letter = nullptr;
  TextField* m_text = nullptr;
  TextField* m_pair = nullptr;
};

}  // namespace headlight
