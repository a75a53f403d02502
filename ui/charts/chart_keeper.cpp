#include "ui/charts/chart_keeper.h"

#include "ui/workspace/workspace.h"

namespace headlight {
namespace {

void bringUp(QWidget* window) {
  window->show();
  window->raise();
  window->activateWindow();
}

}  // namespace

ChartKeeper::ChartKeeper(Workspace* workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
  connect(workspace, &Workspace::resultChanged, this, &ChartKeeper::follow);
}

void ChartKeeper::showCost(QWidget* window) {
  if (!m_workspace->model()) return;
  if (!m_cost) m_cost = new CostWindow(window);
  bringUp(m_cost);
  follow();
}

void ChartKeeper::showNoise(QWidget* window) {
  if (!m_workspace->model()) return;
  if (!m_noise) {
    m_noise = new NoiseWindow(window);
    connect(m_noise, &NoiseWindow::textChosen, m_workspace, [this](const QString& text) {
      WorkspaceState state = m_workspace->state();
      state.text = text.toStdString();
      state.pair.reset();
      m_workspace->setState(state);
    });
  }
  bringUp(m_noise);
  follow();
}

void ChartKeeper::follow() {
  const std::shared_ptr<const LoadedModel> model = m_workspace->model();
  const std::shared_ptr<const RunResult>& result = m_workspace->result();
  if (!model) return;
  if (m_cost && m_cost->isVisible())
    m_cost->explain(model, result ? result->maps->queries() : 0,
                    static_cast<double>(m_workspace->lastRunTime()) / 1000);
  if (m_noise && m_noise->isVisible()) m_noise->explain(model, m_workspace->text());
}

}  // namespace headlight
