#pragma once

#include "ui/figures/line_axis.h"
#include "ui/figures/series_legend.h"

namespace headlight {

/// What the layout of a token flow depends on.
struct FlowSpec : FrameSpec {
  std::vector<QString> labels;
  int layers = 0;
  int chosenLevel = 0;
  Index chosen = 0;
  bool sinkBars = false;  ///< Whether a bar beside each layer shows its mean mass on the sinks.
  QString sinkTitle;
  std::vector<double> samples;  ///< Weights of the sample lines in the legend.
  QString samplesTitle;         ///< What those are.
};

/// Where everything of a token flow is: a row of nodes for the input (at the bottom) and after each layer (upwards), a
/// column for each token. Figure units, origin at the top left of the figure.
struct FlowLayout {
  FigureFrame frame;
  SeriesLegendLayout legend;
  LineAxis line;               ///< Labels below the input.
  std::vector<double> levelY;  ///< Middle of each row of nodes; level 0 is the input.
  QSizeF node;
  std::vector<PlacedText> levelNames;
  std::optional<PlacedText> chosenName;  ///< Above the chosen node.
  std::vector<QRectF> sinkBars;          ///< [layers], 0 to 100 %; empty without sinks.
  std::optional<PlacedText> sinkTitle;

  struct Node {
    int level = 0;
    Index token = 0;
    bool operator==(const Node&) const = default;
  };
  QRectF nodeRect(int level, Index token) const;
  /// Where a pointer means a node: its column half the way to other levels; of the input its label too.
  QRectF reach(int level, Index token) const;
};

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
FlowLayout layoutFlow(const FlowSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
