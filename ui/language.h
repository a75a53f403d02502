#pragma once

#include <QLocale>
#include <QString>
#include <vector>

class QGuiApplication;

namespace headlight {

/// A language that the window speaks.
struct Language {
  QString code;     ///< "en", "zh_CN": the name of its file in resources/translations.
  QString endonym;  ///< Its name in itself: "Deutsch".
};

/// English, in which the sources are written, and every language that there is a translation for.
const std::vector<Language>& languages();

/// The code in `languages` for `wanted`, a code, or else for the first of the languages of `system` that is there;
/// English when none is.
QString languageFor(const QString& wanted, const QLocale& system = QLocale::system());

/// Has `application` speak the language `code`, with Qt's own words where they are installed, and read in its
/// direction. To be called once, before the first widget is made.
void speak(QGuiApplication& application, const QString& code);

}  // namespace headlight
