#include "ui/figures/heatmap_data.h"

#include <algorithm>
#include <cmath>

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

/// Some maps with the other sign, and 0 for NaN: pooling must not see gaps.
class Signed final : public AttentionMaps {
 public:
  Signed(const AttentionMaps& maps, float sign) : m_maps(maps), m_sign(sign) {}
  int layers() const override { return m_maps.layers(); }
  int heads() const override { return m_maps.heads(); }
  const std::vector<Token>& queryTokens() const override { return m_maps.queryTokens(); }
  const std::vector<Token>& keyTokens() const override { return m_maps.keyTokens(); }
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    m_maps.weights(head, rect, out);
    for (Index i = 0; i < out.rows(); ++i)
      for (Index j = 0; j < out.cols(); ++j) out(i, j) = std::isnan(out(i, j)) ? 0.0F : m_sign * out(i, j);
  }

 private:
  const AttentionMaps& m_maps;
  float m_sign;
};

/// Of each block of a difference what is furthest from 0, with its sign.
Matrix pooledDifference(const AttentionMaps& maps, const HeatmapRequest& request, Index rows, Index cols,
                        const Progress& progress) {
  Matrix up =
      pooledWeights(Signed(maps, 1), request.head, request.region, rows, cols, Pool::Max, progress.slice(0, 0.5));
  const Matrix down =
      pooledWeights(Signed(maps, -1), request.head, request.region, rows, cols, Pool::Max, progress.slice(0.5, 1));
  for (Index i = 0; i < up.rows(); ++i)
    for (Index j = 0; j < up.cols(); ++j)
      if (down(i, j) > up(i, j)) up(i, j) = -down(i, j);
  return up;
}

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
  if (request.diverging && data.pooled())
    data.weights = pooledDifference(rest, request, rows, cols, progress.slice(0, 0.9));
  else
    data.weights = pooledWeights(rest, request.head, region, rows, cols, request.pool, progress.slice(0, 0.9));
  for (Index i = 0; i < data.weights.rows(); ++i)
    for (Index j = 0; j < data.weights.cols(); ++j) {
      const float weight = data.weights(i, j);
      if (!std::isnan(weight)) data.largest = std::max(data.largest, request.diverging ? std::abs(weight) : weight);
    }
  data.sinkMass = Matrix::Zero(rows, request.sinks.empty() ? 0 : 1);
  for (const Index column : request.sinks)
    data.sinkMass += pooledWeights(maps, request.head, {region.row, column, region.rows, 1}, rows, 1, Pool::Mean);
  progress(1);
  return data;
}

}  // namespace headlight
