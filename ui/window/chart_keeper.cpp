#include "ui/window/chart_keeper.h"

#include "ui/reading/workspace.h"

namespace headlight {

ChartKeeper::ChartKeeper(Workspace* workspace, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_cost([](QWidget* beside) { return new CostWindow(beside); },
             [workspace](CostWindow& window) {
               const auto& result = workspace->result();
               if (workspace->model() && !workspace->model()->stored)
                 window.explain(workspace->model(), result ? result->maps->queries() : 0,
                                static_cast<double>(workspace->lastRunTime()) / 1000);
             }),
      m_noise([this](QWidget* beside) { return makeNoise(beside); },
              [workspace](NoiseWindow& window) {
                if (workspace->model() && !workspace->model()->stored) window.explain(workspace->model(), workspace->text());
              }),
      m_ablation([this](QWidget* beside) { return choosing(new AblationWindow(beside)); },
                 [workspace](AblationWindow& window) {
                   window.explain(workspace->result(), workspace->selection()->token());
                 }),
      m_methods([](QWidget* beside) { return new MethodsWindow(beside); },
                [workspace](MethodsWindow& window) {
                  window.explain(workspace->result(), workspace->selection()->head(), workspace->selection()->token());
                }),
      m_heads([this](QWidget* beside) { return choosing(new HeadTableWindow(beside)); },
              [workspace](HeadTableWindow& window) { window.explain(workspace->result()); }) {
  connect(workspace, &Workspace::resultChanged, this, &ChartKeeper::follow);
  connect(workspace->selection(), &Selection::tokenChanged, this, &ChartKeeper::follow);
  connect(workspace->selection(), &Selection::headChanged, this, &ChartKeeper::follow);
}

NoiseWindow* ChartKeeper::makeNoise(QWidget* beside) {
  auto* window = new NoiseWindow(beside);
  connect(window, &NoiseWindow::textChosen, m_workspace, [this](const QString& text) {
    m_workspace->replaceTexts(text.toStdString(), {});
  });
  return window;
}

template <class Window>
Window* ChartKeeper::choosing(Window* window) {
  connect(window, &Window::headChosen, m_workspace->selection(), &Selection::setHead);
  return window;
}

void ChartKeeper::follow() {
  m_cost.follow();
  m_noise.follow();
  m_ablation.follow();
  m_methods.follow();
  m_heads.follow();
}

}  // namespace headlight
