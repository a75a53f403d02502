#pragma once

#include <QFrame>
#include <QPointer>
#include <vector>

class QLabel;
class QPropertyAnimation;
class QPushButton;

namespace headlight {

/// A part of the window and what is said about it.
struct WelcomeStop {
  QPointer<QWidget> subject;
  QString title, says;
};

/// The tour of one minute over a window: a card that goes from part to part, beside a ring around the part. The window
/// stays in use beneath. It ends with its last stop, its Skip button or Escape, and deletes itself then.
class WelcomeTour final : public QFrame {
  Q_OBJECT
 public:
  WelcomeTour(std::vector<WelcomeStop> stops, QWidget* window);
  ~WelcomeTour() override;

  void goTo(int stop);
  int stop() const { return m_stop; }

 signals:
  void ended();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void end();
  /// Beside its subject, at once or in a short move.
  void place(bool moving);

  std::vector<WelcomeStop> m_stops;
  int m_stop = -1;
  QWidget* m_window;
  QPointer<QWidget> m_ring;
  QLabel *m_count, *m_title, *m_says;
  QPushButton *m_skip, *m_back, *m_next;
  QPropertyAnimation* m_move;
};

}  // namespace headlight
