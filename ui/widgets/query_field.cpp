#include "ui/widgets/query_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyleOptionFrame>
#include <algorithm>

#include "ui/widgets/announce.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {

QueryField::QueryField(const QStringList& words, QWidget* parent) : QLineEdit(parent) {
  m_completer = new QCompleter(words, this);
  m_completer->setCaseSensitivity(Qt::CaseInsensitive);
  m_completer->setWidget(this);
  m_completer->popup()->setObjectName(QStringLiteral("queryWords"));
  m_completer->popup()->setAccessibleName(tr("Words to complete with"));
  connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &QueryField::insertWord);
  connect(this, &QLineEdit::textEdited, this, &QueryField::offerWords);
}

void QueryField::setHints(const QStringList& hints) {
  m_hints = hints;
  fitHint();
}

void QueryField::fitHint() {
  if (m_hints.isEmpty()) return;
  QStyleOptionFrame frame;
  initStyleOption(&frame);
  constexpr int kBesideText = 4;  // What QLineEdit leaves before and behind a text.
  const int room = style()->subElementRect(QStyle::SE_LineEditContents, &frame, this).width() - kBesideText;
  const auto fits = [&](const QString& hint) { return fontMetrics().horizontalAdvance(hint) <= room; };
  const auto found = std::find_if(m_hints.begin(), m_hints.end(), fits);
  setPlaceholderText(found == m_hints.end() ? m_hints.last() : *found);
}

void QueryField::resizeEvent(QResizeEvent* event) {
  QLineEdit::resizeEvent(event);
  fitHint();
}

void QueryField::changeEvent(QEvent* event) {
  QLineEdit::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitHint();
}

void QueryField::setProblem(const QString& problem) {
  if (problem == m_problem) return;
  if (m_problem.isEmpty()) m_description = accessibleDescription();
  m_problem = problem;
  describe(this, problem.isEmpty() ? m_description : problem);
  setProperty("level", problem.isEmpty() ? QString() : QStringLiteral("error"));
  restyle(this);
}

int QueryField::wordStart() const {
  int start = cursorPosition();
  while (start > 0 && !QStringLiteral(" (),;").contains(text()[start - 1])) --start;
  return start;
}

void QueryField::offerWords() {
  const int start = wordStart();
  const QString prefix = text().mid(start, cursorPosition() - start);
  m_completer->setCompletionPrefix(prefix);
  const bool done =
      m_completer->completionCount() == 1 && m_completer->currentCompletion().compare(prefix, Qt::CaseInsensitive) == 0;
  if (prefix.isEmpty() || prefix[0].isDigit() || m_completer->completionCount() == 0 || done)
    return m_completer->popup()->hide();
  m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
  QRect place = cursorRect();
  place.setWidth(m_completer->popup()->sizeHintForColumn(0) +
                 m_completer->popup()->verticalScrollBar()->sizeHint().width() + 24);
  m_completer->complete(place);
}

void QueryField::insertWord(const QString& word) {
  const int start = wordStart();
  setSelection(start, cursorPosition() - start);
  insert(word.endsWith(u':') ? word : word + u' ');
}

void QueryField::keyPressEvent(QKeyEvent* event) {
  // The list gets these keys first and passes on those that choose from it; they are not for the line then.
  const bool chooses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Tab;
  if (m_completer->popup()->isVisible() && chooses) return event->ignore();
  QLineEdit::keyPressEvent(event);
}

}  // namespace headlight
