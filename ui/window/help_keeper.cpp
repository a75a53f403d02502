#include "ui/window/help_keeper.h"

#include "ui/state/settings.h"

namespace headlight {

HelpKeeper::HelpKeeper(QObject* parent)
    : QObject(parent),
      m_guide([](QWidget* beside) { return new GuideWindow(guideFolder(), beside); }, [](GuideWindow&) {}) {}

bool HelpKeeper::isFirstStart() { return !loadSettings().welcomed; }

void HelpKeeper::showWelcome(QWidget* window, std::vector<WelcomeStop> stops, std::function<void()> ended) {
  changeSettings([](Settings& settings) { settings.welcomed = true; });
  delete m_welcome;
  m_welcome = new WelcomeTour(std::move(stops), window);
  connect(m_welcome, &WelcomeTour::ended, this, std::move(ended));
}

}  // namespace headlight
