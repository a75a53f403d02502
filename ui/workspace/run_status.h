#pragma once

#include <QElapsedTimer>
#include <QStatusBar>
#include <QTimer>

#include "ui/workspace/workspace.h"

class QLabel;
class QProgressBar;

namespace headlight {

/// The line at the bottom: the exact weight under the cursor and its row's sum; progress and time of the run.
class RunStatus final : public QStatusBar {
  Q_OBJECT
 public:
  explicit RunStatus(Workspace* workspace, QWidget* parent = nullptr);

 private:
  void showCell();
  void showRun();

  Workspace* m_workspace;
  QLabel* m_cell;
  QLabel* m_time;
  QProgressBar* m_progress;
  QTimer m_tick;
  QElapsedTimer m_since;
};

/// "‹hungry› → ‹cat›: 0.412345 · row sum 1.000000" for a cell of `head`; empty where there is none.
QString cellSentence(const AttentionMaps& maps, HeadId head, Cell cell);

}  // namespace headlight
