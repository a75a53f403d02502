#include "core/io/stored_maps.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/ops/gemm.h"

namespace headlight {
namespace {

/// Numbers [first, first + count) of a tensor; those that are none become 0.
void readNumbers(const StoredTensor& tensor, std::uint64_t first, std::span<float> out) {
  const std::size_t size = bytesOf(tensor.format);
  toFloats(tensor.format, tensor.bytes.subspan(first * size, out.size() * size), out);
  for (float& number : out)
    if (!std::isfinite(number)) number = 0;
}

/// Rows [first, first + count) of one head of a tensor [heads, rows, columns]: [count, columns].
Matrix rowsOf(const StoredTensor& tensor, std::int64_t head, Index first, Index count) {
  Matrix rows(count, tensor.shape[2]);
  readNumbers(tensor, static_cast<std::uint64_t>((head * tensor.shape[1] + first) * tensor.shape[2]),
              {rows.data(), static_cast<std::size_t>(rows.size())});
  return rows;
}

}  // namespace

std::optional<OddRow> StoredMaps::oddRow() const {
  if (!m_odd) return {};
  const std::lock_guard lock(m_mutex);
  return m_oddRow;
}

void StoredMaps::checkRow(HeadId head, Index query, double sum, double tolerance) const {
  if (std::abs(sum - 1) <= tolerance || m_odd) return;
  const std::lock_guard lock(m_mutex);
  if (m_odd) return;
  m_oddRow = {head, query, sum};
  m_odd = true;
}

StoredWeightMaps::StoredWeightMaps(std::vector<StoredTensor> layers, std::vector<Token> queries,
                                   std::vector<Token> keys)
    : StoredMaps(layers.size(), layers.front().shape[0], std::move(queries), std::move(keys)),
      m_tensors(std::move(layers)) {}

void StoredWeightMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  const StoredTensor& tensor = m_tensors[static_cast<std::size_t>(head.layer)];
  const bool half = bytesOf(tensor.format) == 2;
  for (Index i = 0; i < rect.rows; ++i) {
    const std::int64_t row = head.head * tensor.shape[1] + rect.row + i;
    readNumbers(tensor, static_cast<std::uint64_t>(row * tensor.shape[2] + rect.col),
                {out.row(i).data(), static_cast<std::size_t>(rect.cols)});
    if (rect.cols == keys()) checkRow(head, rect.row + i, out.row(i).cast<double>().sum(), half ? 1e-2 : 1e-3);
  }
}

StoredScoreMaps::StoredScoreMaps(std::vector<StoredScores> layers, std::vector<Token> queries, std::vector<Token> keys)
    : StoredMaps(layers.size(), layers.front().q.shape[0], std::move(queries), std::move(keys)),
      m_scores(std::move(layers)),
      m_logSumExp(m_scores.size() * static_cast<std::size_t>(m_scores.front().q.shape[0])) {}

Matrix StoredScoreMaps::scores(HeadId head, const Matrix& q, Index first, Index key, Index count) const {
  const StoredScores& layer = m_scores[static_cast<std::size_t>(head.layer)];
  const std::int64_t group = layer.q.shape[0] / layer.k.shape[0];
  Matrix out(q.rows(), count);
  multiplyTransposed(q, rowsOf(layer.k, head.head / group, key, count), layer.scale, out);
  if (layer.softCap > 0) out = (out.array() / layer.softCap).tanh() * layer.softCap;
  for (Index i = 0; i < out.rows(); ++i) {
    const auto [begin, end] = layer.visibility.visible(first + i, keys());
    const Index from = std::clamp<Index>(begin - key, 0, count), to = std::clamp<Index>(end - key, from, count);
    out.row(i).head(from).setConstant(kHiddenScore);
    out.row(i).tail(count - to).setConstant(kHiddenScore);
  }
  return out;
}

Vector StoredScoreMaps::logSumExp(HeadId head, const Matrix& q, Index first) const {
  constexpr Index kBlock = 4096;
  std::vector<float>& known = m_logSumExp[static_cast<std::size_t>(numberOf(head, heads()))];
  Vector out(q.rows());
  {
    const std::lock_guard lock(m_mutex);
    if (known.empty()) known.assign(static_cast<std::size_t>(queries()), std::numeric_limits<float>::quiet_NaN());
    for (Index i = 0; i < out.size(); ++i) out[i] = known[static_cast<std::size_t>(first + i)];
  }
  if (!out.array().isNaN().any()) return out;
  out.setConstant(kHiddenScore);
  const Visibility& sees = m_scores[static_cast<std::size_t>(head.layer)].visibility;
  const Index end = sees.visible(first + q.rows() - 1, keys()).end;
  for (Index key = sees.visible(first, keys()).begin; key < end; key += kBlock) {
    const Vector part = rowLogSumExp(scores(head, q, first, key, std::min(kBlock, end - key)));
    for (Index i = 0; i < out.size(); ++i) {
      const float high = std::max(out[i], part[i]), low = std::min(out[i], part[i]);
      out[i] = std::isinf(high) ? high : high + std::log1p(std::exp(low - high));
    }
  }
  const std::lock_guard lock(m_mutex);
  std::copy(out.data(), out.data() + out.size(), known.begin() + first);
  return out;
}

void StoredScoreMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  constexpr Index kBandCells = 1 << 22;
  const Index band = std::clamp<Index>(kBandCells / std::max<Index>(rect.cols, 1), 1, std::max<Index>(rect.rows, 1));
  for (Index row = 0; row < rect.rows; row += band) {
    const Index count = std::min(band, rect.rows - row);
    const Matrix q = rowsOf(m_scores[static_cast<std::size_t>(head.layer)].q, head.head, rect.row + row, count);
    const Vector sums = logSumExp(head, q, rect.row + row);
    MatrixOut part = out.middleRows(row, count);
    part = scores(head, q, rect.row + row, rect.col, rect.cols);
    scoresToWeights(part, sums);
  }
}

}  // namespace headlight
