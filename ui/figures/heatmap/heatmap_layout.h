#pragma once

#include <QLineF>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/matrix.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/turn_bands/turn_bands.h"

namespace headlight {

/// Tokens put together for the labels of an axis: words, sentences, sections.
struct AxisLevel {
  QString name;               ///< What a note calls its groups: "words".
  std::vector<Index> begins;  ///< The first token of each group, ascending, and the number of tokens.
  std::vector<QString> labels;
};

/// What the layout of a heatmap depends on.
struct HeatmapSpec : FrameSpec {
  std::vector<QString> queryLabels, keyLabels;
  std::vector<AxisLevel> queryLevels, keyLevels;  ///< For where not every token has room for its label; finest first.
  std::vector<TurnBand> queryBands, keyBands;     ///< Turns of a conversation.
  QRectF visible;                                 ///< Part of the map in view, in cells: x keys, y queries.
  bool sinkBars = false;                          ///< Whether the mass on the sinks has its own column of bars.
  QString sinkTitle;
  QString sinkName;              ///< The same in a word, where that has no room; empty for none.
  QString queryTitle, keyTitle;  ///< Over the rows and over the columns: "query ↓", "attends to →".
  bool axesSaid = false;         ///< Headings, ends of the bars and the note about labels are left to a figure around.
  ColourScale scale;
};

/// Where everything of a heatmap is. Figure units, origin at the top left of the figure.
struct HeatmapLayout {
  FigureFrame frame;
  QRectF visible;   ///< As asked.
  QRectF map;       ///< The cells, on whole units.
  QSizeF cell;      ///< One cell.
  double gap = 0;   ///< Paper between neighbouring cells.
  QRectF sinkBars;  ///< The column of bars, 0 to 100 %; empty without sinks.
  ColourBarLayout legend;
  double queryLabelSize = 0, keyLabelSize = 0;
  int queryStride = 1, keyStride = 1;               ///< Every n-th label is shown.
  std::optional<std::size_t> queryLevel, keyLevel;  ///< Labels are those of a level in place of the tokens'.
  std::vector<QLineF> groups;                       ///< Beside the axes: how far each labelled group reaches.
  std::vector<PlacedLabel> queryLabels, keyLabels;
  std::vector<PlacedBand> queryBands, keyBands;     ///< To the right of the map, and below it.
  std::optional<PlacedText> queryTitle, keyTitle, sinkTitle;
  std::vector<PlacedText> sinkTicks;
  QString labelNote;  ///< Which tokens or words have labels; empty for all.

  /// The cell (query, key) at `point`, when it is on the map.
  std::optional<std::pair<Index, Index>> cellAt(QPointF point) const;
  /// A point in cells (x keys, y queries), also beyond the map.
  QPointF cellPoint(QPointF point) const;
  /// The rectangle of a cell with its gap, not clipped to the map.
  QRectF cellRect(Index query, Index key) const;
};

/// Computes the layout. Pure: the same numbers for the same spec and metrics.
HeatmapLayout layoutHeatmap(const HeatmapSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
