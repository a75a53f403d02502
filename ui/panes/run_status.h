#pragma once

#include <QElapsedTimer>
#include <QStatusBar>
#include <QTimer>

#include "ui/reading/workspace.h"

class QLabel;
class QProgressBar;

namespace headlight {

/// The line at the bottom: what a panel says of the cell under the cursor; progress and time of the run.
class RunStatus final : public QStatusBar {
  Q_OBJECT
 public:
  explicit RunStatus(Workspace* workspace, QWidget* parent = nullptr);

  void showCell(const QString& sentence);

 private:
  void showRun();

  Workspace* m_workspace;
  QLabel* m_cell;
  QLabel* m_time;
  QProgressBar* m_progress;
  QTimer m_tick;
  QElapsedTimer m_since;
  double m_part = 0;  ///< Of the run that is done.
};

}  // namespace headlight
