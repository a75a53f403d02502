#pragma once

#include <vector>

#include "core/attention/attention_maps.h"
#include "ui/figures/attention_context.h"

namespace headlight {

/// What a heatmap needs to know; a value, so that a job can compute it elsewhere.
struct HeatmapRequest {
  HeadId head;
  Rect region;                       ///< The part of the map in view, in whole cells.
  Index rowsEach = 1, colsEach = 1;  ///< The cells of the map that are one entry.
  Pool pool = Pool::Max;             ///< How several become one.
  std::vector<Index> sinks;          ///< Columns set apart.
  bool diverging = false;            ///< A difference: what is furthest from 0 counts as the largest.
  std::vector<Index> gaps = {};      ///< Rows and columns of a difference that only one side has.
  bool operator==(const HeatmapRequest&) const = default;
};

/// The numbers of one heatmap.
struct HeatmapData {
  HeatmapRequest request;
  Matrix weights;  ///< [rows, cols] of the region in blocks of rowsEach × colsEach cells, sink columns 0; NaN where a
                   ///< cell has no number, or lies in a gap.
  Matrix noToken;     ///< [rows, 1]: the mean share of no token; [0, 0] without a learned sink.
  Matrix sinkMass;    ///< [rows, 1]: the mean mass on the sinks over the queries of each row.
  float largest = 0;  ///< The largest entry of `weights`, or the one furthest from 0 without its sign.
  Index numbers = 0;     ///< Entries of `weights` with a number.
  Index numberless = 0;  ///< Entries without, gaps aside.
  double exact = 1;   ///< The part of the entries that are exact; the others are of one query in each block.

  bool pooled() const { return request.rowsEach > 1 || request.colsEach > 1; }
};

/// The entries of a difference of single cells that lie in its gaps; of blocks none does.
class GapEntries {
 public:
  explicit GapEntries(const HeatmapRequest& request);
  bool has(Index i, Index j) const {
    return m_any && (m_rows[static_cast<std::size_t>(i)] || m_cols[static_cast<std::size_t>(j)]);
  }

 private:
  bool m_any = false;
  std::vector<bool> m_rows, m_cols;
};

/// The smallest blocks that bring `total` cells down to at most `most` entries, of few sizes (1, 2, 3, 4, 6, 8, 12 …)
/// so that pictures of nearly the same part share them.
Index blockSize(Index total, Index most);

HeatmapData computeHeatmapData(const AttentionMaps& maps, const HeatmapRequest& request, const Progress& progress = {});
/// The same from one query in the middle of each block; nothing of it is exact.
HeatmapData sampleHeatmapData(const AttentionMaps& maps, const HeatmapRequest& request, const Progress& progress = {});

// Its parts, for those who gather the weights by themselves.

/// All but the weights, which are 0, and what is noted of them.
HeatmapData emptyHeatmapData(const AttentionMaps& maps, const HeatmapRequest& request);
/// Nothing but the exact weights.
Matrix heatmapWeights(const AttentionMaps& maps, const HeatmapRequest& request, const Progress& progress = {});
void noteNumbers(HeatmapData& data);

}  // namespace headlight
