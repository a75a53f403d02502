#pragma once

#include <QObject>
#include <QPointer>

#include "ui/charts/cost_window.h"
#include "ui/charts/noise_window.h"

namespace headlight {

class Workspace;

/// Opens the windows of charts about a workspace's model and text, and has them follow what is read.
class ChartKeeper final : public QObject {
  Q_OBJECT
 public:
  ChartKeeper(Workspace* workspace, QObject* parent);

  void showCost(QWidget* window);
  void showNoise(QWidget* window);
  /// Null before they were asked for.
  CostWindow* cost() const { return m_cost; }
  NoiseWindow* noise() const { return m_noise; }

 private:
  void follow();

  Workspace* m_workspace;
  QPointer<CostWindow> m_cost;
  QPointer<NoiseWindow> m_noise;
};

}  // namespace headlight
