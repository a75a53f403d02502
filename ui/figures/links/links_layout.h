#pragma once

#include <optional>
#include <vector>

#include "ui/figures/series_legend.h"
#include "ui/figures/turn_bands/turn_bands.h"

namespace headlight {

/// What the layout of a links picture depends on.
struct LinksSpec : FrameSpec {
  std::vector<QString> queryLabels, keyLabels;
  std::vector<TurnBand> queryBands, keyBands;    ///< Turns of a conversation.
  std::vector<Index> wantedQueries, wantedKeys;  ///< Whose labels come first where not all have room.
  std::vector<QString> heads;  ///< Names for the legend, in the order of their colours.
  bool sinkBars = false;       ///< Whether the mass on the sinks has bars beside the queries.
  QString sinkTitle;
  std::vector<double> samples;  ///< Weights of the sample lines in the legend.
  QString queryTitle, keyTitle, samplesTitle;  ///< Over the left and the right column, and over the sample lines.
};

/// Where everything of a links picture is. Figure units, origin at the top left of the figure.
struct LinksLayout {
  FigureFrame frame;
  Index queries = 0, keys = 0;
  double rowHeight = 0;  ///< From one token to the next.
  double firstRow = 0;   ///< Middle of the first row.
  double labelSize = 0;
  int stride = 1;  ///< Above 1 not every label is shown: they would need so many times the room.
  std::vector<PlacedLabel> queryLabels, keyLabels;
  std::vector<PlacedBand> queryBands, keyBands;  ///< To the left of the labels, and to the right.
  QRectF links;                   ///< From where the curves start to where they end.
  QRectF sinkBars;                ///< Between query labels and curves, 0 to 100 %; empty without sinks.
  QRectF queryColumn, keyColumn;  ///< Where the pointer means a token.
  std::optional<PlacedText> queryTitle, keyTitle, sinkTitle;
  SeriesLegendLayout legend;  ///< Beside the links, or above them where they need the width.

  double rowY(Index token) const { return firstRow + rowHeight * static_cast<double>(token); }
  /// The part of a column that is a token's.
  QRectF rowOf(const QRectF& column, Index token) const {
    return {column.left(), rowY(token) - rowHeight / 2, column.width(), rowHeight};
  }
};

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
LinksLayout layoutLinks(const LinksSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
