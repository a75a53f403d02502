#include "ui/window/window_kinds.h"

#include <algorithm>

#include "ui/charts/chart_windows.h"
#include "ui/help/guide_window.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/reading/workspace.h"
#include "ui/walkthrough/tour_window.h"
#include "ui/walkthrough/walk_window.h"
#include "ui/windows/deck_window.h"
#include "ui/words.h"

namespace headlight {

std::vector<WindowKind> windowKinds(Workspace* workspace, const WindowParts& parts) {
  const auto makeWalk = [session = parts.session](Workspace* about, QWidget* beside) {
    return new WalkWindow(session, about, beside);
  };
  const auto selectShown = [workspace, panels = parts.panels] {
    if (panels->current()) workspace->selection()->setHead(panels->current()->head());
  };
  const auto makeTour = [open = parts.openSample, session = parts.session, deck = parts.deck](Workspace* about,
                                                                                              QWidget* beside) {
    deck->flush();
    auto* tour = new TourWindow(fiveThings(), beside);
    tour->setAttribute(Qt::WA_DeleteOnClose);  // It begins anew when it is asked for again.
    QObject::connect(tour, &TourWindow::sampleRequested, beside, open);
    // What there was comes back at its end, unless the person has typed a text meanwhile.
    QObject::connect(tour, &QDialog::finished, about, [about, before = session().state] {
      const std::vector<Sample> stops = fiveThings();
      const auto shown = [about](const Sample& stop) { return stop.text == about->text(); };
      if (about->text() != *before.text && std::none_of(stops.begin(), stops.end(), shown)) return;
      WorkspaceState back = before;
      back.deck = about->deck();
      about->setState(back);
    });
    // Beside what it talks about, not over it.
    tour->move(beside->geometry().bottomRight() - QPoint(480, 320));
    tour->goTo(0);
    return tour;
  };
  const auto makeDeck = [deck = parts.deck](Workspace* about, QWidget* beside) {
    return new DeckWindow(deck, about, beside);
  };
  const auto makeGuide = [](Workspace*, QWidget* beside) { return new GuideWindow(guideFolder(), beside); };
  std::vector<WindowKind> kinds = {
      {"deck", Words::tr("Dec&k…"), "Ctrl+Shift+D", Needs::Nothing, makeDeck},
      {"walk", Words::tr("&Walk through this head…"), "F9", Needs::Reading, makeWalk, selectShown},
      {"tour", Words::tr("&Five things heads do…"), "Shift+F9", Needs::Nothing, makeTour},
      {"guide", Words::tr("&Guide"), "F1", Needs::Nothing, makeGuide},
  };
  for (WindowKind& chart : chartWindows()) kinds.push_back(std::move(chart));
  return kinds;
}

}  // namespace headlight
