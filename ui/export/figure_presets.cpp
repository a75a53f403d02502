#include "ui/export/figure_presets.h"

#include <QtGlobal>

namespace headlight {

const std::vector<FigurePreset>& figurePresets() {
  // A PowerPoint slide is 13.333 × 7.5 inches; columns are those of the usual two-column conference paper.
  static const std::vector<FigurePreset> presets = {
      {"slide", QT_TRANSLATE_NOOP("FigurePreset", "Slide, full"), 40.0 / 3, 7.5, 240},
      {"slide-half", QT_TRANSLATE_NOOP("FigurePreset", "Slide, half"), 6.25, 6, 240},
      {"column", QT_TRANSLATE_NOOP("FigurePreset", "Paper, one column (3.3 in)"), 3.3, 3, 600},
      {"two-columns", QT_TRANSLATE_NOOP("FigurePreset", "Paper, two columns (7 in)"), 7, 4.2, 600},
      {"poster", QT_TRANSLATE_NOOP("FigurePreset", "Poster"), 24, 18, 150},
      {"square", QT_TRANSLATE_NOOP("FigurePreset", "Square"), 7.5, 7.5, 240},
  };
  return presets;
}

}  // namespace headlight
