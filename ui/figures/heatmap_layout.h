#pragma once

#include <optional>
#include <vector>

#include "core/base/matrix.h"
#include "ui/figures/figure_style.h"
#include "ui/figures/placed_text.h"
#include "ui/figures/text_metrics.h"

namespace headlight {

/// What the layout of a heatmap depends on.
struct HeatmapSpec {
  QSizeF size;
  std::vector<QString> queryLabels, keyLabels;
  QRectF visible;            ///< Part of the map in view, in cells: x keys, y queries.
  std::vector<Index> sinks;  ///< Key columns set apart; bars are drawn when not empty.
  QString title, subtitle, sinkTitle, scaleNote;
  std::vector<QString> notes;  ///< Sentences of the footer.
  std::vector<double> ticks;   ///< Weights marked on the colour bar.
  FigureStyle style;
};

/// Where everything of a heatmap is. Figure units, origin at the top left of the figure.
struct HeatmapLayout {
  QRectF visible;                      ///< As asked.
  QRectF map;                          ///< The cells.
  QSizeF cell;                         ///< One cell.
  QRectF sinkBars;                     ///< The column of bars; empty without sinks.
  QRectF colourBar;                    ///< The gradient of the legend; empty without a legend.
  double labelSize = 0;                ///< Text size of token labels, query axis.
  double keyLabelSize = 0;             ///< Text size of token labels, key axis.
  int queryStride = 1, keyStride = 1;  ///< Every n-th label is shown.
  std::vector<PlacedLabel> queryLabels, keyLabels;
  std::optional<PlacedText> title, subtitle, keyTitle, sinkTitle, legendTitle;
  std::optional<PlacedText> queryTitle;  ///< Turned by -90 degrees about its origin.
  std::vector<PlacedText> ticks, sinkTicks, notes;

  /// The cell at `point`, when it is on the map.
  std::optional<std::pair<Index, Index>> cellAt(QPointF point) const;
  /// The rectangle of a cell (query, key), not clipped to the map.
  QRectF cellRect(Index query, Index key) const;
};

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
HeatmapLayout layoutHeatmap(const HeatmapSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
