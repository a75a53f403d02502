#pragma once

#include <QCoreApplication>

namespace headlight {

/// `Words::tr`: what a person reads in figures and elsewhere outside of widgets, one context for translators.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(headlight::Words)
};

/// A text in quotation marks; one that is in such already stays as it is.
QString quotedText(const QString& text);

/// A place in an order as it is written within a text: "1st", "22nd", "13th".
QString ordinal(std::size_t place);

/// A number with the decimal mark of the window's language, formatted like QString::number(); digits are 0 to 9.
QString localNumber(double number, char format = 'g', int digits = 6);

/// A time as a person reads it: "0.8 ms", "640 ms", "19.9 s", "3 h".
QString durationText(double seconds);

}  // namespace headlight
