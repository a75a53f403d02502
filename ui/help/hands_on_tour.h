#pragma once

#include <QFrame>
#include <vector>

class QLabel;
class QPushButton;

namespace headlight {

/// Something to do, and how.
struct TourStep {
  QString what, how;
};

/// A tour that is done: a list of steps in a corner of the window, each of which is ticked once somebody has done it,
/// in any order. How the first that is left is done stands below it. The window beneath stays in use. What was done is
/// remembered, until all of it is; it deletes itself when it is closed.
class HandsOnTour final : public QFrame {
  Q_OBJECT
 public:
  HandsOnTour(std::vector<TourStep> steps, QWidget* window);

  /// Ticks a step.
  void tick(int step);
  bool isDone(int step) const { return (m_done >> step & 1) != 0; }
  bool allDone() const;

 signals:
  void ticked(int step);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void showSteps();
  void place();

  std::vector<TourStep> m_steps;
  std::vector<QLabel*> m_labels;
  int m_done = 0;  ///< A bit for each step.
  QWidget* m_window;
  QLabel* m_how;
  QPushButton* m_close;
};

}  // namespace headlight
