#include "ui/figures/heatmap/heatmap_data.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headlight {
namespace {

/// What stands for a cell without a number while blocks of cells become one: no block of it loses it.
constexpr float kNoNumber = std::numeric_limits<float>::infinity();

/// Some maps as pooling has to see them: sink columns and gaps are 0, the others have the sign of the request.
class Pooled final : public AttentionMaps {
 public:
  Pooled(const AttentionMaps& maps, const HeatmapRequest& request, float sign)
      : m_maps(maps), m_request(request), m_sign(sign) {}
  int layers() const override { return m_maps.layers(); }
  int heads() const override { return m_maps.heads(); }
  bool rowsSumToOne() const override { return false; }
  const std::vector<Token>& queryTokens() const override { return m_maps.queryTokens(); }
  const std::vector<Token>& keyTokens() const override { return m_maps.keyTokens(); }
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    m_maps.weights(head, rect, out);
    for (Index i = 0; i < out.rows(); ++i)
      for (Index j = 0; j < out.cols(); ++j)
        out(i, j) = std::isfinite(out(i, j)) ? m_sign * out(i, j) : kNoNumber;
    for (const Index column : m_request.sinks)
      if (column >= rect.col && column < rect.col + rect.cols) out.col(column - rect.col).setZero();
    for (const Index place : m_request.gaps) {
      if (place >= rect.row && place < rect.row + rect.rows) out.row(place - rect.row).setZero();
      if (place >= rect.col && place < rect.col + rect.cols) out.col(place - rect.col).setZero();
    }
  }

 private:
  const AttentionMaps& m_maps;
  const HeatmapRequest& m_request;
  float m_sign;
};

using Pooling = Matrix (*)(const AttentionMaps&, HeadId, const Rect&, Index, Index, Pool, const Progress&);

/// The weights of a request without its sinks; of each block of a difference what is furthest from 0, with its sign.
Matrix entries(const AttentionMaps& maps, const HeatmapRequest& request, Pooling pooled, const Progress& progress) {
  const auto of = [&](float sign, const Progress& part) {
    return pooled(Pooled(maps, request, sign), request.head, request.region, request.rowsEach, request.colsEach,
                  request.pool, part);
  };
  const bool both = request.diverging && (request.rowsEach > 1 || request.colsEach > 1);
  const GapEntries gaps(request);
  Matrix up = of(1, both ? progress.slice(0, 0.5) : progress);
  const Matrix down = both ? of(-1, progress.slice(0.5, 1)) : Matrix();
  for (Index i = 0; i < up.rows(); ++i)
    for (Index j = 0; j < up.cols(); ++j) {
      if (both && down(i, j) > up(i, j)) up(i, j) = -down(i, j);
      if (gaps.has(i, j) || !std::isfinite(up(i, j))) up(i, j) = std::numeric_limits<float>::quiet_NaN();
    }
  return up;
}

HeatmapData dataOf(const AttentionMaps& maps, const HeatmapRequest& request, Pooling pooled, const Progress& progress) {
  HeatmapData data = emptyHeatmapData(maps, request);
  if (data.weights.size() == 0) return data;
  data.weights = entries(maps, request, pooled, progress);
  noteNumbers(data);
  return data;
}

}  // namespace

GapEntries::GapEntries(const HeatmapRequest& request) {
  if (request.gaps.empty() || request.rowsEach > 1 || request.colsEach > 1) return;
  m_any = true;
  const Rect& region = request.region;
  m_rows.resize(static_cast<std::size_t>(region.rows));
  m_cols.resize(static_cast<std::size_t>(region.cols));
  for (const Index place : request.gaps) {
    if (place >= region.row && place < region.row + region.rows)
      m_rows[static_cast<std::size_t>(place - region.row)] = true;
    if (place >= region.col && place < region.col + region.cols)
      m_cols[static_cast<std::size_t>(place - region.col)] = true;
  }
}

/// Whole rows of more cells than this are read by samples where their sums alone are wanted.
constexpr Index kManyCells = 4'000'000;

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
  if (maps.hasNoTokenShare() && !request.diverging) {
    const auto sums = region.rows * maps.keys() > kManyCells ? sampledWeights : pooledWeights;
    const Matrix means = sums(maps, request.head, {region.row, 0, region.rows, maps.keys()}, request.rowsEach,
                              maps.keys(), Pool::Mean, {});
    data.noToken = (1 - means.array() * static_cast<float>(maps.keys())).cwiseMax(0).matrix();
  }
  return data;
}

void noteNumbers(HeatmapData& data) {
  data.largest = 0;
  data.numbers = data.numberless = 0;
  const GapEntries gaps(data.request);
  for (Index i = 0; i < data.weights.rows(); ++i)
    for (Index j = 0; j < data.weights.cols(); ++j) {
      const float weight = data.weights(i, j);
      if (!std::isnan(weight)) {
        ++data.numbers;
        data.largest = std::max(data.largest, data.request.diverging ? std::abs(weight) : weight);
      } else if (!gaps.has(i, j)) {
        ++data.numberless;
      }
    }
}

}  // namespace headlight
