#include "ui/language.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>
#include <algorithm>

namespace headlight {

const std::vector<Language>& languages() {
  static const std::vector<Language> all = {
      {QStringLiteral("en"), QStringLiteral("English")},     {QStringLiteral("de"), QStringLiteral("Deutsch")},
      {QStringLiteral("es"), QStringLiteral("Español")},     {QStringLiteral("fr"), QStringLiteral("Français")},
      {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}, {QStringLiteral("ar"), QStringLiteral("العربية")}};
  return all;
}

QString languageFor(const QString& wanted, const QLocale& system) {
  const auto known = [](const QString& code) {
    return std::any_of(languages().begin(), languages().end(), [&](const Language& each) { return each.code == code; });
  };
  if (known(wanted)) return wanted;
  // "zh-Hans-CN" is zh_CN, "de-AT" is de; traditional characters are not simplified ones.
  for (const QString& name : system.uiLanguages()) {
    const QLocale locale(name);
    if (locale.script() == QLocale::TraditionalHanScript) continue;
    QString code =
        locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QLocale::languageToCode(locale.language());
    if (known(code)) return code;
  }
  return QStringLiteral("en");
}

void speak(QGuiApplication& application, const QString& code) {
  const auto install = [&](const QString& file, const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (translator->load(file, folder))
      QCoreApplication::installTranslator(translator);
    else
      delete translator;
  };
  if (code != QStringLiteral("en")) {
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("headlight_") + code, QStringLiteral(":/headlight/translations"));
  }
  application.setLayoutDirection(QLocale(code).textDirection());
  // Numbers as the desktop writes them, if it speaks this language.
  const QLocale system = QLocale::system(), own(code);
  QLocale::setDefault(system.language() == own.language() ? system : own);
}

}  // namespace headlight
