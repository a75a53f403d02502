#include "ui/window/commands/figure_commands.h"

#include <QApplication>
#include <QClipboard>
#include <QMainWindow>
#include <QMimeData>
#include <QStatusBar>
#include <algorithm>

#include "core/base/error.h"
#include "ui/dialogs/animation_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/print_dialog.h"
#include "ui/dialogs/written_note.h"
#include "ui/export/figure_writer.h"
#include "ui/export/weight_table.h"
#include "ui/panels/export/exports.h"
#include "ui/panels/export/figure_command.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/message_bar.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/panel_sight.h"
#include "ui/reading/workspace_actions.h"
#include "ui/state/settings.h"
#include "ui/views/atlas_view.h"
#include "ui/widgets/actions.h"
#include "ui/window/animation_choices.h"
#include "ui/windows/deck.h"

namespace headlight {

FigureCommands::FigureCommands(Parts parts, QMainWindow* window)
    : QObject(window), m_parts(std::move(parts)), m_window(window) {
  QAction* exported = makeAction(this, {"exportAction", tr("&Export figure…"), "Ctrl+E"}, [this] { exportFigure(); });
  QAction* animated = makeAction(this, {"exportAnimationAction", tr("E&xport animation…"), "Ctrl+Alt+E"},
                                 [this] { exportAnimation(); });
  QAction* added = makeAction(this, {"addToDeckAction", tr("Add to &deck"), "Ctrl+D"}, [this] { addToDeck(); });
  QAction* printed = makeAction(this, {"printAction", tr("&Print…"), QKeySequence::Print, tr("Print current panel")},
                                [this] { printPanel(); });
  // A text field takes Ctrl+C for itself while it has the focus.
  QAction* copied = makeAction(
      this, {"copyAction", tr("&Copy figure"), QKeySequence::Copy, tr("Copy figure (outside a text field)")},
      [this] { copyFigure(); });
  QAction* numbers = makeAction(this,
                                {"copyNumbersAction", tr("Copy &numbers"), "Ctrl+Shift+C",
                                 tr("Copy numbers as a table for spreadsheets")},
                                [this] { copyNumbers(); });
  QAction* command = makeAction(this,
                                {"copyCommandAction", tr("Copy &as command"), {},
                                 tr("Copy the command line that draws the current panel")},
                                [this] { copyCommand(); });
  enableWhile(m_parts.workspace, {exported, animated, added, printed, copied, numbers, command}, hasReading);
  connect(m_parts.panels, &PanelArea::exportRequested, this, &FigureCommands::exportFigure);
}

Session FigureCommands::seenSession() const {
  Session session = m_parts.session();
  session.state.token = m_parts.workspace->selection()->token();
  return session;
}

void FigureCommands::exportFigure() {
  if (!m_parts.workspace->result()) return;
  std::vector<Exportable> choices;
  try {
    choices = exportables(m_parts.panels->panels(), m_parts.atlas->figure(), *m_parts.workspace, seenSession());
  } catch (const Error& error) {
    return m_parts.messages->showMessage(Notice::Level::Error, QString::fromUtf8(error.what()));
  }
  auto* dialog = new ExportDialog(std::move(choices), m_parts.panels->currentIndex(), m_window);
  connect(dialog, &ExportDialog::exported, this, &FigureCommands::showWritten);
  dialog->open();
}

void FigureCommands::showWritten(const QString& path) {
  emit exported();
  m_parts.messages->showMessage(Notice::Level::Hint, tr("Saved to %1").arg(path),
                                {{tr("Open file"), [path] { openWrittenFile(path); }},
                                 {tr("Show in folder"), [path] { showInFolder(path); }}});
}

void FigureCommands::exportAnimation() {
  const Panel* panel = m_parts.panels->current();
  if (!panel || !m_parts.workspace->result()) return;
  Session session = seenSession();
  session.state.panels = {panel->state()};
  session.state.head = panel->head();
  std::vector<AnimationChoice> choices = animationChoices(session, m_parts.workspace->results());
  if (choices.empty())
    return m_parts.messages->showMessage(
        Notice::Level::Warning, tr("This panel shows all heads and there is no model: there is nothing to animate."));
  Provenance about = provenanceOf(*panel->figure(), "animation");
  auto* dialog = new AnimationDialog(std::move(choices), std::move(about), m_window);
  connect(dialog, &AnimationDialog::exported, this, &FigureCommands::showWritten);
  dialog->open();
}

std::unique_ptr<AttentionFigure> FigureCommands::figureForPaper() const {
  const Panel* panel = m_parts.panels->current();
  if (!panel || !m_parts.workspace->result()) return nullptr;
  std::unique_ptr<AttentionFigure> figure = panel->figure();
  FigureStyle style = styleFor(loadSettings().figures, figure->style());
  style.textSize = figure->style().textSize;
  figure->setStyle(style);
  return figure;
}

void FigureCommands::printPanel() {
  if (std::unique_ptr<AttentionFigure> figure = figureForPaper()) showPrintPreview(std::move(figure), m_window);
}

void FigureCommands::copyFigure() {
  const std::unique_ptr<AttentionFigure> figure = figureForPaper();
  if (!figure) return;
  const Panel* panel = m_parts.panels->current();
  QApplication::clipboard()->setMimeData(figureMimeData(*figure, panel->view()->size()));
  m_window->statusBar()->showMessage(tr("Copied as picture and as vectors"), 3000);
}

void FigureCommands::copyNumbers() {
  const Panel* panel = m_parts.panels->current();
  if (!panel || !m_parts.workspace->result()) return;
  const std::unique_ptr<AttentionFigure> figure = panel->figure();
  const QString table = weightTableHtml(*figure, kMostTableCells);
  if (table.isEmpty())
    return m_parts.messages->showMessage(Notice::Level::Warning, tr("Heatmap too large to copy. Export it instead."));
  auto numbers = std::make_unique<QMimeData>();
  numbers->setHtml(table);
  numbers->setText(weightTableText(*figure, kMostTableCells));
  QApplication::clipboard()->setMimeData(numbers.release());
  m_window->statusBar()->showMessage(tr("Copied as a table"), 3000);
}

void FigureCommands::copyCommand() {
  const Panel* panel = m_parts.panels->current();
  if (!panel || !m_parts.workspace->result()) return;
  m_parts.flush();
  WorkspaceState state = m_parts.workspace->state();
  // A panel shows the nearest head that its attention has, and so does the command.
  PanelState shown = panel->state();
  const auto& maps = panel->sight().maps;
  state.head = shownHead(shown, m_parts.workspace->selection()->head(), maps.get());
  if (shown.pinned) shown.pinned = state.head;
  for (HeadId& head : shown.heads)
    if (maps) head = nearestHead(*maps, head);
  const std::optional<Index> token = panel->sight().tokens.toShown(m_parts.workspace->selection()->token());
  try {
    const ExportSettings settings = loadSettings().figures;
    QApplication::clipboard()->setText(figureCommand(
        state, shown, token, settings, QStringLiteral("figure.") + QLatin1String(suffixOf(settings.kind))));
  } catch (const Error& error) {
    return m_parts.messages->showMessage(Notice::Level::Warning, QString::fromUtf8(error.what()));
  }
  m_window->statusBar()->showMessage(tr("Copied as a command"), 3000);
}

void FigureCommands::addToDeck() {
  m_parts.flush();
  const auto& panels = m_parts.panels->panels();
  const auto current = std::find(panels.begin(), panels.end(), m_parts.panels->current());
  if (current == panels.end() || !m_parts.workspace->result()) return;
  PanelState panel = (*current)->state();
  panel.pinned = (*current)->head();
  try {
    const auto choices = exportables(panels, m_parts.atlas->figure(), *m_parts.workspace, m_parts.session());
    Exportable shown = choices[static_cast<std::size_t>(current - panels.begin())];
    shown.name = (*current)->figure()->title();
    m_parts.deck->add(panel, shown);
  } catch (const Error& error) {
    return m_parts.messages->showMessage(Notice::Level::Error, QString::fromUtf8(error.what()));
  }
  m_window->statusBar()->showMessage(tr("Added as slide %1").arg(m_parts.workspace->deck().size()), 3000);
}

}  // namespace headlight
