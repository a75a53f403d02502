#include "ui/window/help_keeper.h"

#include <QSettings>

#include "ui/private_mode.h"

namespace headlight {
namespace {

QString seenKey() { return QStringLiteral("welcomed"); }

}  // namespace

HelpKeeper::HelpKeeper(QObject* parent)
    : QObject(parent),
      m_guide([](QWidget* beside) { return new GuideWindow(guideFolder(), beside); }, [](GuideWindow&) {}) {}

bool HelpKeeper::isFirstStart() { return !QSettings().value(seenKey()).toBool(); }

void HelpKeeper::showWelcome(QWidget* window, std::vector<WelcomeStop> stops, std::function<void()> ended) {
  if (!privateMode()) QSettings().setValue(seenKey(), true);
  delete m_welcome;
  m_welcome = new WelcomeTour(std::move(stops), window);
  connect(m_welcome, &WelcomeTour::ended, this, std::move(ended));
}

}  // namespace headlight
