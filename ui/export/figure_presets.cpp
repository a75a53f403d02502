#include "ui/export/figure_presets.h"

#include <QtGlobal>
#include <cmath>

namespace headlight {
namespace {

constexpr double kSlidePoints = 18;
constexpr double kCentimetres = 2.54, kTexPoints = 72.27;  // To an inch.
constexpr QSizeF kClassicSlide(10, 7.5);

bool alike(QSizeF a, QSizeF b) {
  constexpr double kSame = 0.02;  // of an inch: whole pixels are not whole inches
  return std::abs(a.width() - b.width()) < kSame && std::abs(a.height() - b.height()) < kSame;
}

}  // namespace

const std::vector<FigurePreset>& figurePresets() {
  // A PowerPoint slide is 13.333 × 7.5 inches; columns are those of the usual two-column conference paper, and
  // of the LaTeX class article at 10 pt: columnwidth with twocolumn, textwidth without.
  static const std::vector<FigurePreset> presets = {
      {"slide", QT_TRANSLATE_NOOP("FigurePreset", "Slide, full"), 40.0 / 3, 7.5, 240, kSlidePoints},
      {"slide-half", QT_TRANSLATE_NOOP("FigurePreset", "Slide, half"), 6.25, 6, 240, kSlidePoints},
      {"column", QT_TRANSLATE_NOOP("FigurePreset", "Paper, one column (3.3 in)"), 3.3, 3, 600},
      {"two-columns", QT_TRANSLATE_NOOP("FigurePreset", "Paper, two columns (7 in)"), 7, 4.2, 600},
      {"poster", QT_TRANSLATE_NOOP("FigurePreset", "Poster"), 24, 18, 150},
      {"a4", QT_TRANSLATE_NOOP("FigurePreset", "A4 page within 2.5 cm margins"), 16 / kCentimetres, 24.7 / kCentimetres,
       300},
      {"letter", QT_TRANSLATE_NOOP("FigurePreset", "Letter page within 1 in margins"), 6.5, 9, 300},
      {"latex-column", QT_TRANSLATE_NOOP("FigurePreset", "LaTeX column (229.5 pt)"), 229.5 / kTexPoints,
       172.1 / kTexPoints, 600},
      {"latex-page", QT_TRANSLATE_NOOP("FigurePreset", "LaTeX page (345 pt)"), 345 / kTexPoints, 230 / kTexPoints, 600},
      {"square", QT_TRANSLATE_NOOP("FigurePreset", "Square"), 7.5, 7.5, 240},
  };
  return presets;
}

double leastPointsFor(QSizeF inches) {
  for (const FigurePreset& preset : figurePresets())
    if (alike(inches, {preset.width, preset.height})) return preset.leastPoints;
  return alike(inches, kClassicSlide) ? kSlidePoints : 0;
}

}  // namespace headlight
