#pragma once

#include <QSize>
#include <vector>

namespace headlight {

/// A size that people need, ready to be shown or printed.
struct FigurePreset {
  const char* id;        ///< What the command line takes.
  const char* name;      ///< What a person reads; to be translated in the context "FigurePreset".
  double width, height;  ///< Inches.
  int dpi;
  double leastPoints = 0;  ///< Labels that fit a figure of this size are at least so large: a slide is read from afar.

  /// Of a PNG.
  QSize pixels() const { return QSizeF(width * dpi, height * dpi).toSize(); }
};

/// In menu order; the first one is the default.
const std::vector<FigurePreset>& figurePresets();

/// How large labels of a figure of `inches` are at least, in points; 0 where it is no slide.
double leastPointsFor(QSizeF inches);

}  // namespace headlight
