#pragma once

#include <vector>

#include "core/attention/attention_maps.h"
#include "ui/figures/attention_context.h"

namespace headlight {

/// What a heatmap needs to know; a value, so that a job can compute it elsewhere.
struct HeatmapRequest {
  HeadId head;
  Rect region;               ///< The part of the map in view, in whole cells.
  Index rows = 0, cols = 0;  ///< At most so many cells are drawn.
  Pool pool = Pool::Max;     ///< How cells become one where there are more.
  std::vector<Index> sinks;  ///< Columns set apart.
  bool diverging = false;    ///< A difference: what is furthest from 0 counts as the largest.
  bool operator==(const HeatmapRequest&) const = default;
};

/// The numbers of one heatmap.
struct HeatmapData {
  HeatmapRequest request;
  Matrix weights;     ///< [rows, cols] of the region, sink columns 0, pooled when the region has more cells; NaN
                      ///< for a cell of a gap.
  Matrix sinkMass;    ///< [rows, 1]: the mean mass on the sinks over the queries of each row.
  float largest = 0;  ///< The largest entry of `weights`, or the one furthest from 0 without its sign.
  int rowsEach = 1, colsEach = 1;  ///< At most so many cells of the map are one entry.

  bool pooled() const { return rowsEach > 1 || colsEach > 1; }
};

HeatmapData computeHeatmapData(const AttentionMaps& maps, const HeatmapRequest& request, const Progress& progress = {});

}  // namespace headlight
