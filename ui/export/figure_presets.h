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

  /// Of a PNG.
  QSize pixels() const { return QSizeF(width * dpi, height * dpi).toSize(); }
};

/// In menu order; the first one is the default.
const std::vector<FigurePreset>& figurePresets();

}  // namespace headlight
