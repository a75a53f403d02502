#include "ui/walkthrough/walk_keeper.h"

#include "ui/figures/token_axis.h"
#include "ui/walkthrough/tour_window.h"
#include "ui/walkthrough/walk_figure.h"
#include "ui/workspace/session_keeper.h"
#include "ui/workspace/workspace.h"

namespace headlight {

WalkKeeper::WalkKeeper(Workspace* workspace, SessionKeeper* sessions, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_sessions(sessions) {
  connect(workspace, &Workspace::resultChanged, this, &WalkKeeper::follow);
  connect(workspace->selection(), &Selection::headChanged, this, &WalkKeeper::follow);
  connect(workspace->selection(), &Selection::tokenChanged, this, &WalkKeeper::follow);
}

void WalkKeeper::show(QWidget* window, std::optional<HeadId> head) {
  if (!m_workspace->result()) return;
  if (!m_window) {
    m_window = new WalkWindow(
        [this] {
          const std::shared_ptr<const RunResult>& result = m_workspace->result();
          const Session session = m_sessions->session();
          WalkFigure figure;
          figure.setMaps(result->maps, result->context);
          Provenance made = provenanceOf(figure, "walkthrough");
          made.fingerprint = session.fingerprint;
          made.session = sessionText(session);
          return made;
        },
        window);
    connect(m_window, &WalkWindow::chosen, this, [this](HeadId chosen, Index token) {
      m_workspace->selection()->setHead(chosen);
      m_workspace->selection()->setToken(token);
    });
  }
  m_window->show();
  if (head) m_workspace->selection()->setHead(*head);
  follow();
  m_window->raise();
  m_window->activateWindow();
}

void WalkKeeper::showTour(QWidget* window) {
  if (!m_tour) {
    m_tour = new TourWindow(fiveThings(), window);
    connect(m_tour, &TourWindow::sampleRequested, this, &WalkKeeper::sampleRequested);
    // Beside what it talks about, not over it.
    m_tour->move(window->geometry().bottomRight() - QPoint(480, 320));
  }
  m_tour->show();
  m_tour->raise();
  m_tour->goTo(0);
}

void WalkKeeper::follow() {
  const std::shared_ptr<const RunResult>& result = m_workspace->result();
  if (!m_window || !m_window->isVisible() || !result) return;
  const std::vector<Token>& tokens = result->maps->queryTokens();
  const Index token = m_workspace->selection()->token().value_or(defaultToken(tokens));
  const HeadId head = m_workspace->selection()->head();
  if (token >= static_cast<Index>(tokens.size()) || head.layer >= result->maps->layers() ||
      head.head >= result->maps->heads())
    return;
  m_window->explain(result, head, token);
}

}  // namespace headlight
