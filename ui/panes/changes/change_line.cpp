#include "ui/panes/changes/change_line.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

#include "core/base/error.h"
#include "core/intervention/grammar.h"

namespace headlight {
namespace {

const QStringList& verbs() {
  static const QStringList words = {"ablate", "mask key", "mask row", "mask cell",    "temperature",  "uniform",
                                    "cap",    "scale",    "dropout",  "patch output", "patch pattern"};
  return words;
}

const QStringList& otherWords() {
  static const QStringList words = {"in",    "mean", "of",   "from",        "seed",   "draws",
                                    "first", "last", "sink", "punctuation", "special"};
  return words;
}

}  // namespace

ChangeLine::ChangeLine(QWidget* parent) : QLineEdit(parent), m_completer(new QCompleter(this)) {
  m_completer->setModel(new QStringListModel(m_completer));
  m_completer->setWidget(this);
  m_completer->setCompletionMode(QCompleter::PopupCompletion);
  connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &ChangeLine::complete);
  connect(this, &QLineEdit::textEdited, this, &ChangeLine::offer);
}

std::optional<std::vector<Intervention>> ChangeLine::changes() const {
  try {
    return parseInterventions(text().toStdString());
  } catch (const Error&) {
    return {};
  }
}

QString ChangeLine::problem() const {
  if (text().trimmed().isEmpty()) return {};
  try {
    parseInterventions(text().toStdString());
  } catch (const Error& error) {
    // The field itself shows the text that the message repeats.
    const QString message = QString::fromUtf8(error.what());
    const QString before = QStringLiteral("intervention '%1', ").arg(text());
    return message.startsWith(before) ? message.mid(before.size()) : message;
  }
  return {};
}

QString ChangeLine::wordBefore() const {
  const QString before = text().left(cursorPosition());
  qsizetype start = before.size();
  while (start > 0 && before[start - 1].isLetter()) --start;
  return before.mid(start);
}

void ChangeLine::offer() {
  const QString word = wordBefore();
  const QString before = text().left(cursorPosition() - static_cast<int>(word.size())).trimmed();
  const bool quoted = before.count(u'"') % 2 == 1;
  const bool begins = before.isEmpty() || before.endsWith(u';');
  if (word.isEmpty() || quoted) return m_completer->popup()->hide();
  static_cast<QStringListModel*>(m_completer->model())->setStringList(begins ? verbs() : otherWords());
  m_completer->setCompletionPrefix(word);
  if (m_completer->completionCount() == 0 ||
      (m_completer->completionCount() == 1 && m_completer->currentCompletion() == word))
    return m_completer->popup()->hide();
  m_completer->complete();
}

void ChangeLine::complete(const QString& word) {
  const auto typed = static_cast<int>(wordBefore().size());
  setCursorPosition(cursorPosition() - typed);
  setSelection(cursorPosition(), typed);
  insert(word + u' ');
}

void ChangeLine::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (!enter || m_completer->popup()->isVisible()) return QLineEdit::keyPressEvent(event);
  if (const auto read = changes())
    emit entered(*read);
  else
    emit refused();
}

}  // namespace headlight
