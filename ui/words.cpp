#include "ui/words.h"

#include <QLocale>

namespace headlight {

QString quotedText(const QString& text) {
  static const QString open = QStringLiteral("\"“”„«»‟"), close = QStringLiteral("\"”“»«");
  const bool opened = text.size() > 1 && open.contains(text.front());
  if (opened && close.contains(text.back())) return text;
  // Of a text that was cut the closing mark is gone.
  return Words::tr("“%1”").arg(opened && text.back() == u'…' ? text.mid(1) : text);
}

QString ordinal(std::size_t place) {
  const std::size_t tens = place % 100, ones = place % 10;
  const bool teen = tens >= 11 && tens <= 13;
  return (!teen && ones == 1   ? Words::tr("%1st")
          : !teen && ones == 2 ? Words::tr("%1nd")
          : !teen && ones == 3 ? Words::tr("%1rd")
                               : Words::tr("%1th"))
      .arg(place);
}

QString localNumber(double number, char format, int digits) {
  const QLocale locale;
  QString text = QString::number(number, format, digits);
  // A mark of other digits than these would look like one of theirs.
  if (locale.zeroDigit() == QLatin1String("0")) text.replace(QLatin1Char('.'), locale.decimalPoint());
  return text;
}

QString durationText(double seconds) {
  if (seconds < 0.9995)
    return Words::tr("%1 ms").arg(seconds < 0.01 ? localNumber(seconds * 1000, 'g', 2)
                                                 : localNumber(seconds * 1000, 'f', 0));
  if (seconds < 120) return Words::tr("%1 s").arg(localNumber(seconds, 'g', 3));
  if (seconds < 7200) return Words::tr("%1 min").arg(localNumber(seconds / 60, 'f', 0));
  if (seconds < 172800) return Words::tr("%1 h").arg(localNumber(seconds / 3600, 'f', 0));
  return Words::tr("%1 days").arg(localNumber(seconds / 86400, 'f', 0));
}

}  // namespace headlight
