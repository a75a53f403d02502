#pragma once

#include "core/base/matrix.h"
#include "ui/figures/line_axis.h"
#include "ui/figures/series_legend.h"

namespace headlight {

/// What the layout of a row profile depends on.
struct ProfileSpec : FrameSpec {
  std::vector<QString> labels;   ///< Of the keys.
  Matrix weights;                ///< [heads, keys].
  std::vector<bool> barred;      ///< [keys]: whether a key has bars.
  float largest = 0;             ///< The largest weight that has a bar.
  std::vector<double> sinkMass;  ///< [heads]; empty without sinks.
  std::vector<QString> heads;    ///< Names, in the order of their colours.
  QString sinkTitle;
  QString rowTitle;  ///< Above the bars: whose row it is; empty where the title says so.
};

/// Where everything of a row profile is. Figure units, origin at the top left of the figure.
struct ProfileLayout {
  struct Bar {
    int series = 0;
    Index key = 0;  ///< Of the sink's bars: -1.
    QRectF rect;    ///< From the foot to the weight.
    std::optional<PlacedText> value;
  };
  FigureFrame frame;
  SeriesLegendLayout legend;
  QRectF plot;     ///< From 0 (bottom) to `top` (top).
  double top = 1;  ///< Weight at the upper edge of the plot.
  std::vector<PlacedText> ticks;
  std::vector<double> tickAt;  ///< y of each.
  LineAxis line;
  std::vector<Bar> bars;
  std::vector<QRectF> numberless;  ///< In place of bars whose weight is no number.
  QRectF sinkPlot;  ///< From 0 to 100 %, on the other side of the plot with marks of its own; empty without sinks.
  std::vector<Bar> sinkBars;
  std::vector<PlacedText> sinkTicks;
  std::vector<double> sinkTickAt;  ///< y of each.
  std::vector<PlacedText> sinkTitle;  ///< Its lines.
  std::optional<PlacedText> rowTitle;

  double y(double weight) const { return plot.bottom() - plot.height() * weight / top; }
  /// The column of a key with its label.
  QRectF keyBox(Index key) const;
};

/// The smallest round weight that is not below `largest`: bars reach far up and pictures stay comparable.
double profileTop(double largest);

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
ProfileLayout layoutProfile(const ProfileSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
