#pragma once

#include <QObject>

#include "ui/charts/ablation_window.h"
#include "ui/charts/cost_window.h"
#include "ui/charts/head_table_window.h"
#include "ui/charts/methods_window.h"
#include "ui/charts/noise_window.h"
#include "ui/window/companion.h"

namespace headlight {

class Workspace;

/// Opens the windows of charts about a workspace's model and text, and has them follow what is read.
class ChartKeeper final : public QObject {
  Q_OBJECT
 public:
  ChartKeeper(Workspace* workspace, QObject* parent);

  void showCost(QWidget* window) { m_cost.show(window); }
  void showNoise(QWidget* window) { m_noise.show(window); }
  void showAblation(QWidget* window) { m_ablation.show(window); }
  void showMethods(QWidget* window) { m_methods.show(window); }
  void showHeads(QWidget* window) { m_heads.show(window); }
  /// Null before they were asked for.
  CostWindow* cost() const { return m_cost.window(); }
  NoiseWindow* noise() const { return m_noise.window(); }
  AblationWindow* ablation() const { return m_ablation.window(); }
  MethodsWindow* methods() const { return m_methods.window(); }
  HeadTableWindow* heads() const { return m_heads.window(); }

 private:
  NoiseWindow* makeNoise(QWidget* beside);
  /// A window whose heads can be opened in the workspace.
  template <class Window>
  Window* choosing(Window* window);
  void follow();

  Workspace* m_workspace;
  Companion<CostWindow> m_cost;
  Companion<NoiseWindow> m_noise;
  Companion<AblationWindow> m_ablation;
  Companion<MethodsWindow> m_methods;
  Companion<HeadTableWindow> m_heads;
};

}  // namespace headlight
