#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

#include "ui/figures/figure_style.h"

class QApplication;

namespace headlight {

/// What the person chose; System follows the desktop's palette.
enum class ThemeChoice { System, Light, Dark, Contrast };

/// Dresses the whole program: Fusion style, palette and style sheet of the theme, the fonts that figures use too.
/// The first call notes what the desktop's own palette was; later versions of Qt tell when it changes. Labels and
/// tooltips show text as it is: where markup is meant, a label has to be told so (Qt::RichText).
void applyTheme(QApplication& application, ThemeChoice choice);

/// The theme in use.
Theme currentTheme();

/// Colours of the window beside those of figures.
struct WindowColours {
  QColor desk;     ///< Behind panels.
  QColor raised;   ///< Buttons, chips.
  QColor hover;    ///< Under the pointer.
  QColor pressed;  ///< Pressed or switched on.
  QColor error, warning;
};
const WindowColours& windowColours(Theme theme);

/// The line icon `name` of resources/icons in the colour of button text; follows theme and scaling.
QIcon themedIcon(const QString& name);

/// A text that is not ours for a menu, a tab or a button, which take an ampersand for the mark of a key.
QString keyless(QString text);

/// How figures look on screen.
FigureStyle screenStyle();

/// Whether nothing should move by itself: the person chose so, or the desktop asks for it.
bool reducesMotion();
/// What the person chose.
void setReducesMotion(bool reduce);

/// Text sizes of the window and its figures: steps up or down from the desktop's own, in points.
inline constexpr int kLeastTextStep = -3, kMostTextStep = 8;
void setTextStep(QApplication& application, int step);
int textStep();
/// The text size of figures on screen, in figure units, for the step chosen.
double figureTextSize();

}  // namespace headlight
