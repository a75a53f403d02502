#include "ui/window/appearance.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QStyleHints>

#include "ui/language.h"
#include "ui/state/settings.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"

namespace headlight {

Appearance::Appearance(QObject* parent) : QObject(parent) {
  const Settings settings = loadSettings();
  applyTheme(*qApp, settings.theme);
  headlight::setTextStep(*qApp, settings.textStep);
  setReducesMotion(settings.reducesMotion);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  connect(qApp->styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
    if (loadSettings().theme == ThemeChoice::System) setTheme(ThemeChoice::System);
  });
#endif
  makeThemes();
  makeLanguages();
  makeSwitch(this, {"motionAction", tr("&Reduce motion")}, reducesMotion(), [](bool reduce) {
    setReducesMotion(reduce);
    changeSettings([reduce](Settings& kept) { kept.reducesMotion = reduce; });
  });
  makeAction(this, {"largerTextAction", tr("L&arger text"), QKeySequence::ZoomIn},
             [this] { setTextStep(textStep() + 1); });
  makeAction(this, {"smallerTextAction", tr("Small&er text"), QKeySequence::ZoomOut},
             [this] { setTextStep(textStep() - 1); });
  makeAction(this, {"defaultTextAction", tr("Defa&ult text"), "Ctrl+0"}, [this] { setTextStep(0); });
}

void Appearance::makeThemes() {
  m_themes = new QActionGroup(this);
  const ThemeChoice chosen = loadSettings().theme;
  const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("S&ystem theme")},
                                                     {ThemeChoice::Light, tr("&Light")},
                                                     {ThemeChoice::Dark, tr("&Dark")},
                                                     {ThemeChoice::Contrast, tr("High contrast")}};
  for (const auto& [choice, name] : choices) {
    makeChoice(m_themes, {QStringLiteral("theme%1").arg(static_cast<int>(choice)), name}, choice == chosen,
               [this, choice = choice] { setTheme(choice); });
  }
}

void Appearance::makeLanguages() {
  m_languages = named("languages", new QActionGroup(this));
  std::vector<Language> choices = headlight::languages();
  choices.insert(choices.begin(), {{}, tr("&System language")});
  const QString chosen = loadSettings().language;
  for (const Language& choice : choices)
    makeChoice(m_languages, {QStringLiteral("language_") + choice.code, choice.endonym}, choice.code == chosen,
               [this, code = choice.code] {
                 changeSettings([&code](Settings& settings) { settings.language = code; });
                 emit said(tr("Restart Headlight to use this language."));
               });
}

void Appearance::setTheme(ThemeChoice choice) {
  changeSettings([choice](Settings& settings) { settings.theme = choice; });
  actionOf(*this, qPrintable(QStringLiteral("theme%1").arg(static_cast<int>(choice)))).setChecked(true);
  applyTheme(*qApp, choice);
  emit changed();
}

void Appearance::setTextStep(int step) {
  headlight::setTextStep(*qApp, step);
  changeSettings([](Settings& settings) { settings.textStep = textStep(); });
  emit changed();
}

}  // namespace headlight
