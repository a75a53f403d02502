#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>
#include <utility>

namespace headlight {

/// A window about a workspace: made when it is first asked for, brought up when it is asked for again, and told what
/// the workspace shows as long as it is visible.
template <class Window>
class Companion {
 public:
  /// `make` gets the window that it stays beside; `follow` tells it what there is.
  Companion(std::function<Window*(QWidget* beside)> make, std::function<void(Window&)> follow)
      : m_make(std::move(make)), m_follow(std::move(follow)) {}

  void show(QWidget* beside) {
    if (!m_window) m_window = m_make(beside);
    m_window->show();
    follow();
    m_window->raise();
    m_window->activateWindow();
  }
  void follow() {
    if (m_window && m_window->isVisible()) m_follow(*m_window);
  }
  /// Null before it was asked for.
  Window* window() const { return m_window; }

 private:
  std::function<Window*(QWidget*)> m_make;
  std::function<void(Window&)> m_follow;
  QPointer<Window> m_window;
};

}  // namespace headlight
