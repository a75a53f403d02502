#pragma once

#include "ui/figures/line_axis.h"
#include "ui/figures/links/links_data.h"
#include "ui/figures/series_legend.h"

namespace headlight {

/// What the layout of arcs over a text depends on. Places are those of the tokens on the line.
struct ArcsSpec : FrameSpec {
  std::vector<QString> labels;  ///< One for each place.
  std::vector<Link> links;      ///< Query and key are places.
  Matrix sinkMass;              ///< [heads, places]; empty without sinks.
  std::vector<QString> heads;   ///< Names, in the order of their colours.
  QString sinkTitle;
  std::vector<double> samples;  ///< Weights of the sample lines in the legend.
  QString samplesTitle;         ///< What those are.
  ColourScale scale;
};

/// Where everything of arcs over a text is. Figure units, origin at the top left of the figure.
struct ArcsLayout {
  /// One weight: half an ellipse from its query to its key, where its arrow points.
  struct Arc {
    Link link;
    QPointF from, to;   ///< Above the middles of query and key; heads stand side by side.
    double height = 0;  ///< Of its top above the line.
    double width = 0;   ///< Of the line: from the weight's place on the scale.
  };
  struct SinkBar {
    int series = 0;
    Index place = 0;
    QRectF whole;  ///< 0 to 100 % from the top down.
    double share = 0;
  };

  FigureFrame frame;
  SeriesLegendLayout legend;
  LineAxis line;
  double lineY = 0;       ///< Where arcs begin and end.
  std::vector<Arc> arcs;  ///< In the order of the links: the weakest first.
  QRectF sinks;           ///< Room of all bars; empty without sinks.
  std::vector<SinkBar> sinkBars;
  std::optional<PlacedText> sinkTitle;

  /// Where a pointer means a place: its column from above the word to below its bar.
  QRectF reach(Index place) const;
  /// The word of a place with its bar.
  QRectF placeBox(Index place) const;
};

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
ArcsLayout layoutArcs(const ArcsSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
