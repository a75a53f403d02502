#include "ui/window/commands/history_commands.h"

#include <QAction>
#include <QMenu>
#include <algorithm>

#include "ui/panes/text_bar.h"
#include "ui/reading/history.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

/// So many steps the list of them shows, those around the present one.
constexpr int kMostSteps = 24;
constexpr qsizetype kLongestTitle = 56;

/// A step's name as a menu can show it.
QString stepTitle(const QString& name) {
  return keyless(name.size() > kLongestTitle ? name.left(kLongestTitle - 1) + QStringLiteral("…") : name);
}

}  // namespace

HistoryCommands::HistoryCommands(History* history, const TextBar* texts, std::function<void()> flush, QObject* parent)
    : QObject(parent), m_history(history), m_texts(texts), m_flush(std::move(flush)) {
  m_undo = makeAction(this, {"undoAction", tr("&Undo"), QKeySequence::Undo}, [this] {
    m_flush();
    m_history->undo();
  });
  m_redo = makeAction(this, {"redoAction", tr("&Redo"), {"Ctrl+Shift+Z", QKeySequence::Redo}}, [this] {
    m_flush();
    m_history->redo();
  });
  connect(history, &History::changed, this, &HistoryCommands::show);
  connect(texts, &TextBar::waitingChanged, this, &HistoryCommands::show);
  show();
}

void HistoryCommands::show() {
  const QString undo = stepTitle(m_history->undoName()), redo = stepTitle(m_history->redoName());
  // What was typed last is told before it is taken back.
  const bool typed = m_texts->isWaiting();
  m_undo->setText(typed || undo.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undo));
  m_undo->setEnabled(typed || m_history->canUndo());
  m_redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redo));
  m_redo->setEnabled(m_history->canRedo());
}

void HistoryCommands::goTo(int index) {
  m_flush();
  m_history->goTo(index);
}

void HistoryCommands::fillMenu(QMenu* menu) {
  menu->clear();
  const int first = std::max(0, std::min(m_history->index() - kMostSteps / 2, m_history->count() - kMostSteps + 1));
  const int last = std::min(m_history->count(), first + kMostSteps - 1);
  for (int index = first; index <= last; ++index) {
    QAction* step = menu->addAction(index == 0 ? tr("Start") : stepTitle(m_history->name(index - 1)));
    step->setObjectName(QStringLiteral("step%1").arg(index));
    step->setCheckable(true);
    step->setChecked(index == m_history->index());
    connect(step, &QAction::triggered, this, [this, index] { goTo(index); });
  }
}

}  // namespace headlight
