#pragma once

#include <QObject>
#include <QPointer>
#include <vector>

#include "ui/help/guide_window.h"
#include "ui/help/welcome_tour.h"
#include "ui/window/companion.h"

namespace headlight {

/// Opens what helps with a window: the guide, and the tour of its parts.
class HelpKeeper final : public QObject {
  Q_OBJECT
 public:
  explicit HelpKeeper(QObject* parent);

  /// Throws Error when the guide is missing or not whole.
  void showGuide(QWidget* window) { m_guide.show(window); }
  /// Leads through `stops` from the first; `ended` is called when it is over.
  void showWelcome(QWidget* window, std::vector<WelcomeStop> stops, std::function<void()> ended);
  /// Whether the tour was never shown to this person.
  static bool isFirstStart();
  /// Null before they were asked for, and when they are over.
  GuideWindow* guide() const { return m_guide.window(); }
  WelcomeTour* welcome() const { return m_welcome; }

 private:
  Companion<GuideWindow> m_guide;
  QPointer<WelcomeTour> m_welcome;
};

}  // namespace headlight
