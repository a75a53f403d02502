#pragma once

#include <QLineEdit>
#include <QStringList>

class QCompleter;

namespace headlight {

/// A line for a small language: the word that is being typed is completed from a list, and what is wrong is marked and
/// told to screen readers.
class QueryField final : public QLineEdit {
  Q_OBJECT
 public:
  explicit QueryField(const QStringList& words, QWidget* parent = nullptr);

  /// Says in an empty line what may be written: the first of `hints` that has room, else the last.
  void setHints(const QStringList& hints);

  /// Marks what is typed as wrong and says why; as right again for an empty text.
  void setProblem(const QString& problem);
  const QString& problem() const { return m_problem; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  /// Where the word before the cursor begins.
  int wordStart() const;
  void offerWords();
  void insertWord(const QString& word);
  void fitHint();

  QCompleter* m_completer;
  QString m_problem, m_description;
  QStringList m_hints;
};

}  // namespace headlight
