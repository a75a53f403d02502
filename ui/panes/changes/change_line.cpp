#include "ui/panes/changes/change_line.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHash>
#include <QKeyEvent>
#include <QStringListModel>

#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "ui/state/words/change_words.h"

namespace headlight {
namespace {

/// The words of a text as tokensNamed takes them: "the#2" for the second of several.
QStringList namedWords(const QStringList& words) {
  QStringList named;
  QHash<QString, int> seen;
  for (const QString& word : words) {
    if (word.trimmed().isEmpty()) continue;
    const int which = ++seen[word];
    named << grammarQuoted(words.count(word) > 1 ? QStringLiteral("%1#%2").arg(word).arg(which) : word);
  }
  return named;
}

}  // namespace

ChangeLine::ChangeLine(QWidget* parent) : QLineEdit(parent), m_completer(new QCompleter(this)) {
  m_completer->setModel(new QStringListModel(m_completer));
  m_completer->setWidget(this);
  m_completer->setCompletionMode(QCompleter::PopupCompletion);
  connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &ChangeLine::complete);
  connect(this, &QLineEdit::textEdited, this, &ChangeLine::offer);
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
  if (before.count(u'"') % 2 == 1) return before.mid(before.lastIndexOf(u'"'));
  qsizetype start = before.size();
  while (start > 0 && before[start - 1].isLetter()) --start;
  return before.mid(start);
}

QStringList ChangeLine::offers(const QString& before) const {
  const GrammarOffer offer = offersAfter(before.toStdString());
  QStringList all;
  for (const std::string& word : offer.words) {
    const bool stack = word == "encoder" || word == "decoder" || word == "cross";
    if ((stack && !m_facts.encodes) || (word == "vision" && !m_facts.seesPictures) ||
        (word == "stage" && !m_facts.hasStages))
      continue;
    all << QString::fromStdString(word);
  }
  if (offer.token) all << namedWords(m_facts.words);
  if (offer.text && !m_facts.otherText.isEmpty()) all << grammarQuoted(m_facts.otherText);
  return all;
}

void ChangeLine::offer() {
  const QString word = wordBefore();
  if (word.isEmpty()) return m_completer->popup()->hide();
  const QStringList all = offers(text().left(cursorPosition() - static_cast<int>(word.size())));
  static_cast<QStringListModel*>(m_completer->model())->setStringList(all);
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
  try {
    emit entered(parseInterventions(text().toStdString()));
  } catch (const GrammarError& error) {
    // Where something else was expected is where it is mended.
    const QString right = QString::fromUtf8(text().toUtf8().left(static_cast<qsizetype>(error.at)));
    setCursorPosition(static_cast<int>(right.size()));
    emit refused();
  }
}

}  // namespace headlight
