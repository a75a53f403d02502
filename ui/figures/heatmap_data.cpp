#include "ui/figures/heatmap_data.h"

#include <algorithm>

namespace headlight {
namespace {

/// Some maps with some key columns set to 0, so that pooling does not see them.
class WithoutColumns final : public AttentionMaps {
 public:
  WithoutColumns(const AttentionMaps& maps, const std::vector<Index>& columns) : m_maps(maps), m_columns(columns) {}
  int layers() const override { return m_maps.layers(); }
  int heads() const override { return m_maps.heads(); }
  const std::vector<Token>& queryTokens() const override { return m_maps.queryTokens(); }
  const std::vector<Token>& keyTokens() const override { return m_maps.keyTokens(); }
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    m_maps.weights(head, rect, out);
    for (const Index column : m_columns)
      if (column >= rect.col && column < rect.col + rect.cols) out.col(column - rect.col).setZero();
  }

 private:
  const AttentionMaps& m_maps;
  const std::vector<Index>& m_columns;
};

/// The fewest cells that `total` shrinks to when each stands for the same whole number of cells, at most `most`.
Index pooledSize(Index total, Index most, int& each) {
  each = static_cast<int>((total + most - 1) / std::max<Index>(most, 1));
  return (total + each - 1) / each;
}

}  // namespace

HeatmapData computeHeatmapData(const AttentionMaps& maps, const HeatmapRequest& request, const Progress& progress) {
  HeatmapData data;
  data.request = request;
  const Rect& region = request.region;
  if (region.rows <= 0 || region.cols <= 0) return data;
  const Index rows = pooledSize(region.rows, std::max<Index>(request.rows, 1), data.rowsEach);
  const Index cols = pooledSize(region.cols, std::max<Index>(request.cols, 1), data.colsEach);
  const WithoutColumns rest(maps, request.sinks);
  data.weights = pooledWeights(rest, request.head, region, rows, cols, request.pool, progress.slice(0, 0.9));
  data.largest = data.weights.size() > 0 ? data.weights.maxCoeff() : 0;
  data.sinkMass = Matrix::Zero(rows, request.sinks.empty() ? 0 : 1);
  for (const Index column : request.sinks)
    data.sinkMass += pooledWeights(maps, request.head, {region.row, column, region.rows, 1}, rows, 1, Pool::Mean);
  progress(1);
  return data;
}

}  // namespace headlight
