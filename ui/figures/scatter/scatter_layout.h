#pragma once

#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/round_axis.h"
#include "ui/figures/series_legend.h"

namespace headlight {

/// What the layout of a scatter of heads depends on.
struct ScatterSpec {
  struct Dot {
    HeadId head;
    double x = 0, y = 0;
    int series = 0;
    QString name;  ///< What stands beside it where it is notable.
  };
  QSizeF size;
  std::vector<Dot> dots;
  std::vector<QString> series;  ///< Names, in the order of their colours.
  QString title, subtitle, xTitle, yTitle;
  std::vector<QString> notes;
  FigureStyle style;
};

/// Where everything of a scatter is. Figure units, origin at the top left of the figure.
struct ScatterLayout {
  struct Name {
    std::size_t dot;
    PlacedText text;
  };
  FigureFrame frame;
  SeriesLegendLayout legend;
  QRectF plot;
  RoundAxis x, y;
  std::vector<QPointF> dots;  ///< In the order of the spec.
  double radius = 4;
  std::vector<Name> names;    ///< Of the dots furthest from the middle of all; they touch no dot and no other name.
  std::vector<PlacedText> xTicks, yTicks;
  std::vector<double> xTickAt, yTickAt;
  PlacedText xTitle, yTitle;
};

/// Pure: the same numbers for the same spec and metrics.
ScatterLayout layoutScatter(const ScatterSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
