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

using Pooling = Matrix (*)(const AttentionMaps&, HeadId, const Rect&, Index, Index, Pool, const Progress&);

/// The weights of a request without its sinks; of each block of a difference what is furthest from 0, with its sign.
Matrix entries(const AttentionMaps& maps, const HeatmapRequest& request, Pooling pooled, const Progress& progress) {
  const WithoutColumns rest(maps, request.sinks);
  const auto of = [&](const AttentionMaps& seen, const Progress& part) {
    return pooled(seen, request.head, request.region, request.rowsEach, request.colsEach, request.pool, part);
  };
  if (!request.diverging || (request.rowsEach == 1 && request.colsEach == 1)) return of(rest, progress);
  Matrix up = of(Signed(rest, 1), progress.slice(0, 0.5));
  const Matrix down = of(Signed(rest, -1), progress.slice(0.5, 1));
  for (Index i = 0; i < up.rows(); ++i)
    for (Index j = 0; j < up.cols(); ++j)
      if (down(i, j) > up(i, j)) up(i, j) = -down(i, j);
  return up;
}

HeatmapData dataOf(const AttentionMaps& maps, const HeatmapRequest& request, Pooling pooled, const Progress& progress) {
  HeatmapData data = emptyHeatmapData(maps, request);
  if (data.weights.size() == 0) return data;
  data.weights = entries(maps, request, pooled, progress);
  noteLargest(data);
  return data;
}

}  // namespace

Index blockSize(Index total, Index most) {
  const Index least = (total + most - 1) / std::max<Index>(most, 1);
  Index size = 1;
  while (size < least) size = size % 3 == 0 ? size / 3 * 4 : size == 1 ? 2 : size / 2 * 3;
  return size;
}

HeatmapData computeHeatmapData(const AttentionMaps& maps, const HeatmapRequest& request, const Progress& progress) {
  return dataOf(maps, request, pooledWeights, progress);
}

HeatmapData sampleHeatmapData(const AttentionMaps& maps, const HeatmapRequest& request, const Progress& progress) {
  HeatmapData data = dataOf(maps, request, sampledWeights, progress);
  data.exact = 0;
  return data;
}

Matrix heatmapWeights(const AttentionMaps& maps, const HeatmapRequest& request, const Progress& progress) {
  return entries(maps, request, pooledWeights, progress);
}

HeatmapData emptyHeatmapData(const AttentionMaps& maps, const HeatmapRequest& request) {
  HeatmapData data;
  data.request = request;
  const Rect& region = request.region;
  if (region.rows <= 0 || region.cols <= 0) return data;
  const auto blocks = [](Index total, Index each) { return (total + each - 1) / each; };
  data.weights = Matrix::Zero(blocks(region.rows, request.rowsEach), blocks(region.cols, request.colsEach));
  data.sinkMass = Matrix::Zero(data.weights.rows(), request.sinks.empty() ? 0 : 1);
  for (const Index column : request.sinks)
    data.sinkMass +=
        pooledWeights(maps, request.head, {region.row, column, region.rows, 1}, request.rowsEach, 1, Pool::Mean);
  return data;
}

void noteLargest(HeatmapData& data) {
  data.largest = 0;
  for (Index i = 0; i < data.weights.rows(); ++i)
    for (Index j = 0; j < data.weights.cols(); ++j) {
      const float weight = data.weights(i, j);
      if (!std::isnan(weight))
        data.largest = std::max(data.largest, data.request.diverging ? std::abs(weight) : weight);
    }
}

}  // namespace headlight
