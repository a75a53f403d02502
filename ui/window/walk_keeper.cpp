#include "ui/window/walk_keeper.h"

#include "ui/figures/token_axis.h"
#include "ui/panels/shown_session.h"
#include "ui/reading/workspace.h"
#include "ui/walkthrough/walk_figure.h"
#include "ui/window/session_keeper.h"

namespace headlight {

WalkKeeper::WalkKeeper(Workspace* workspace, SessionKeeper* sessions, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_sessions(sessions),
      m_window([this](QWidget* beside) { return makeWindow(beside); }, [this](WalkWindow& window) { tell(window); }),
      m_tour([this](QWidget* beside) { return makeTour(beside); }, [](TourWindow&) {}) {
  const auto follow = [this] { m_window.follow(); };
  connect(workspace, &Workspace::resultChanged, this, follow);
  connect(workspace->selection(), &Selection::headChanged, this, follow);
  connect(workspace->selection(), &Selection::tokenChanged, this, follow);
}

void WalkKeeper::show(QWidget* window, std::optional<HeadId> head) {
  if (!m_workspace->result()) return;
  if (head) m_workspace->selection()->setHead(*head);
  m_window.show(window);
}

void WalkKeeper::showTour(QWidget* window) {
  m_tour.show(window);
  m_tour.window()->goTo(0);
}

WalkWindow* WalkKeeper::makeWindow(QWidget* beside) {
  auto* window = new WalkWindow(
      [this] {
        const std::shared_ptr<const RunResult>& result = m_workspace->result();
        const Session session =
            withoutPlaces(shownSession(m_sessions->session(), {PanelState()}, m_workspace->results()));
        WalkFigure figure;
        figure.setMaps(result->maps, result->context);
        Provenance made = provenanceOf(figure, "walkthrough");
        made.fingerprint = session.fingerprint;
        made.session = sessionText(session);
        return made;
      },
      beside);
  connect(window, &WalkWindow::chosen, this, [this](HeadId chosen, Index token) {
    m_workspace->selection()->setHead(chosen);
    m_workspace->selection()->setToken(token);
  });
  return window;
}

TourWindow* WalkKeeper::makeTour(QWidget* beside) {
  auto* tour = new TourWindow(fiveThings(), beside);
  connect(tour, &TourWindow::sampleRequested, this, &WalkKeeper::sampleRequested);
  // Beside what it talks about, not over it.
  tour->move(beside->geometry().bottomRight() - QPoint(480, 320));
  return tour;
}

void WalkKeeper::tell(WalkWindow& window) const {
  const std::shared_ptr<const RunResult>& result = m_workspace->result();
  if (!result) return;
  const std::vector<Token>& tokens = result->maps->queryTokens();
  const Index token = m_workspace->selection()->token().value_or(defaultToken(tokens));
  const HeadId head = m_workspace->selection()->head();
  if (token >= static_cast<Index>(tokens.size()) || head.layer >= result->maps->layers() ||
      head.head >= result->maps->heads())
    return;
  window.explain(result, head, token);
}

}  // namespace headlight
