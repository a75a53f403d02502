#pragma once

#include <QPainter>
#include <vector>

#include "core/analysis/word_alignment.h"
#include "ui/figures/attention_context.h"
#include "ui/figures/heatmap/heatmap_data.h"
#include "ui/figures/heatmap/heatmap_layout.h"

namespace headlight {

/// Everything that one drawing of a heatmap needs.
struct HeatmapScene {
  HeatmapLayout layout;
  HeatmapData data;
  AttentionContext context;
  ColourScale scale;
  FigureStyle style;
  Index keys = 0;                              ///< Of the whole map.
  bool vector = true;                          ///< Whether cells are drawn one by one.
  std::vector<bool> specialQuery, specialKey;  ///< Tokens whose labels are muted.
  QString says;                                ///< In the middle of the map, where its cells say nothing.
  std::vector<AlignedToken> aligned;           ///< Cells with a ring: the hard alignment of a translation.
};

/// Paints cells, sinks, labels, legend and frame; the paper is there already.
void paintHeatmap(QPainter& painter, const HeatmapScene& scene);

/// The text size at which a number fits into a cell; 0 when none is readable.
double cellValueSize(const HeatmapLayout& layout, const FigureStyle& style, const TextMetrics& metrics);

}  // namespace headlight
