#pragma once

#include <QColor>
#include <QFont>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "ui/figures/colours/colour_maps.h"
#include "ui/figures/colours/colour_scale.h"

namespace headlight {

/// Contrast is white on black, for those who need strong edges.
enum class Theme { Light, Dark, Contrast };

/// Whether a theme has light ink on dark paper.
constexpr bool isDark(Theme theme) { return theme != Theme::Light; }

/// Seven and a half points: text that would be smaller is thinned out, or gives way to coarser labels.
inline constexpr double kSmallestLabel = 10;

/// Where the legend of the colours stands. Lines and dots have theirs beside or above the picture, or none.
enum class LegendPlace {
  Fitting,  ///< Beside the picture, or below it where that leaves it much larger.
  Right,
  Below,
  None,
};

/// The colours of one theme. Text and lines are inks on paper; the accent marks what is selected.
struct Palette {
  QColor paper;     ///< Background of the figure.
  QColor ink;       ///< Titles and labels.
  QColor muted;     ///< Captions, axis titles, special tokens.
  QColor hairline;  ///< Rules, frames, ticks.
  QColor neutral;   ///< Bars and hatching of what is set apart (sinks).
  QColor accent;    ///< Selection and focus.
};

const Palette& palette(Theme theme);

/// How figures look; the same for every kind of figure. Lengths are in figure units: 1/96 inch, a CSS pixel.
struct FigureStyle {
  Theme theme = Theme::Light;
  ColourMapId colourMap = ColourMapId::Indigo;
  ScaleKind scale = ScaleKind::Sqrt;
  ScaleRange range = ScaleRange::Common;
  bool sinksApart =
      true;             ///< Sink columns neutral and their mass as bars of its own; false draws them like all others.
  bool title = true;    ///< Model, layer and head above the picture.
  bool caption = true;  ///< The text and what is left out, below the title.
  LegendPlace legend = LegendPlace::Fitting;
  bool cellValues = false;   ///< Numbers in the cells of a heatmap when they fit.
  bool transparent = false;  ///< No paper behind the figure.
  QString family;            ///< Font; empty for the first of fontFamilies().
  double textSize = 12;      ///< Labels, in figure units (12 units are 9 points).

  const Palette& inks() const { return palette(theme); }
  bool hasLegend() const { return legend != LegendPlace::None; }
  bool dark() const { return isDark(theme); }
  /// The colours of weights, or of differences.
  ColourMap map(bool diverging = false) const {
    return ColourMap(diverging ? ColourMapId::Diverging : colourMap, dark());
  }
  double smallSize() const { return std::round(textSize * 0.88); }
  double titleSize() const { return std::round(textSize * 1.25); }
  /// How small labels of an axis may become before some are left out: on a slide nobody reads what is small on paper.
  double smallestLabel() const {
    return std::min(std::round(textSize), std::max(kSmallestLabel, std::round(textSize * 0.78)));
  }
  /// A font of `size` figure units (whole ones; it is rounded).
  QFont font(double size, QFont::Weight weight = QFont::Normal) const;

  bool operator==(const FigureStyle&) const = default;
};

/// A text size that is read well on a slide or page filled by a figure of `size`: 12 for 800 × 600, 15 for 1600 × 900.
double textSizeFor(QSizeF size);

/// The fonts that figures name, best first; writers put the whole list into files that carry text.
QStringList fontFamilies(const QString& first = {});

}  // namespace headlight
