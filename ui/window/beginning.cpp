#include "ui/window/beginning.h"

#include <QAction>
#include <utility>

#include "ui/help/hands_on_tour.h"
#include "ui/help/start_page.h"
#include "ui/reading/workspace.h"
#include "ui/widgets/actions.h"
#include "ui/window/commands/figure_commands.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"

namespace headlight {

Beginning::Beginning(MainWindow& window, Engine engine, const FigureCommands& figures)
    : QObject(&window), m_window(window), m_engine(std::move(engine)), m_figures(figures) {
  makeAction(this, {"startPageAction", tr("Start &page…"), {}, tr("Examples, recent sessions, models and the tour")},
             [this] { showStartPage(); });
  makeAction(this, {"handsOnTourAction", tr("T&our: two minutes, hands on")}, [this] { showTour(); });
  connect(&actionOf(window, "newSessionAction"), &QAction::triggered, this, [this] { showStartPage(); });
}

void Beginning::showStartPage() {
  if (m_page) return m_page->raise();
  m_page = new StartPage({[this](const Sample& sample) { m_window.showSample(sample); },
                          [this](const QString& path) { m_window.opener().open(path.toStdString()); },
                          [this] { m_window.act("openModelAction"); },
                          [this] { m_window.act("importAttentionAction"); }, [this] { showTour(); }},
                         m_engine, &m_window);
  m_page->setAttribute(Qt::WA_DeleteOnClose);
  m_page->show();
}

void Beginning::showTour() {
  enum Step { Type, Head, CellStep, Compare, Change, Export };
  const auto keys = [this](const char* action) {
    return actionOf(m_window, action).shortcut().toString(QKeySequence::NativeText);
  };
  delete m_tour;
  m_tour = new HandsOnTour(
      {{tr("Change the text"), tr("Type a word into the text at the top. Every picture follows.")},
       {tr("Choose a head"), tr("Click one of the small maps on the left.")},
       {tr("Point at a cell"), tr("Move over the large map: the status line tells the weight.")},
       {tr("Compare"), tr("Press “Compare” next to the text, or %1 for a second panel.").arg(keys("newPanelAction"))},
       {tr("Change the model"),
        tr("Press %1: the head is switched off, and the prediction changes.").arg(keys("switchHeadAction"))},
       {tr("Export a figure"), tr("Press %1 and save what you see.").arg(keys("exportAction"))}},
      &m_window);
  HandsOnTour* tour = m_tour;
  Workspace& workspace = m_window.workspace();
  connect(&workspace, &Workspace::changed, tour,
          [tour](const WorkspaceState& before, const WorkspaceState& now, Origin origin) {
            if (origin != Origin::Person && origin != Origin::Typing) return;
            if (before.head != now.head) tour->tick(Head);
            if (before.text != now.text || before.pair != now.pair) tour->tick(Type);
            if (now.panels.size() > before.panels.size() || (now.otherText && !before.otherText) ||
                (now.otherModel && !before.otherModel))
              tour->tick(Compare);
            if (before.changes != now.changes && !now.changes.empty()) tour->tick(Change);
          });
  connect(workspace.selection(), &Selection::cellChanged, tour, [tour](const std::optional<headlight::Cell>& cell) {
    if (cell) tour->tick(CellStep);
  });
  connect(&m_figures, &FigureCommands::exported, tour, [tour] { tour->tick(Export); });
}

}  // namespace headlight
