#include "core/io/stored_maps.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/attention/row_bands.h"
#include "core/ops/dot_products.h"

namespace headlight {
namespace {

constexpr float kNoNumber = std::numeric_limits<float>::quiet_NaN();

/// Rows [first, first + count) of one head of a tensor [heads, rows, columns]: [count, columns].
Matrix rowsOf(const StoredTensor& tensor, std::int64_t head, Index first, Index count) {
  Matrix rows(count, tensor.shape[2]);
  readNumbers(tensor, static_cast<std::uint64_t>((head * tensor.shape[1] + first) * tensor.shape[2]),
              {rows.data(), static_cast<std::size_t>(rows.size())});
  return rows;
}

}  // namespace

void readNumbers(const StoredTensor& tensor, std::uint64_t first, std::span<float> out) {
  const std::size_t size = bytesOf(tensor.format, 1);
  toFloats(tensor.format, tensor.bytes.subspan(first * size, out.size() * size), out);
}

StoredMaps::StoredMaps(StoredAxes axes)
    : m_layerPlaces(placesOf(axes.layers)),
      m_headPlaces(placesOf(axes.heads)),
      m_queries(std::move(axes.queries)),
      m_keys(std::move(axes.keys)) {}

StoredMaps::Places StoredMaps::placesOf(const std::vector<int>& numbers) {
  Places places(static_cast<std::size_t>(*std::max_element(numbers.begin(), numbers.end())) + 1);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    places[static_cast<std::size_t>(numbers[i])] = static_cast<int>(i);
  return places;
}

void StoredMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  const auto layer = placeOf(m_layerPlaces, head.layer), number = placeOf(m_headPlaces, head.head);
  if (layer && number)
    read({*layer, *number}, rect, out);
  else
    out.setConstant(kNoNumber);
}

void StoredWeightMaps::read(HeadId place, const Rect& rect, MatrixOut out) const {
  const StoredTensor& tensor = m_tensors[static_cast<std::size_t>(place.layer)];
  const float nearlyOne = bytesOf(tensor.format, 1) == 2 ? 1.01F : 1.001F;
  for (Index i = 0; i < rect.rows; ++i) {
    const std::int64_t row = place.head * tensor.shape[1] + rect.row + i;
    const std::span<float> numbers(out.row(i).data(), static_cast<std::size_t>(rect.cols));
    readNumbers(tensor, static_cast<std::uint64_t>(row * tensor.shape[2] + rect.col), numbers);
    for (float& number : numbers)
      if (!std::isfinite(number))
        number = kNoNumber;
      else if (m_parts && number > 1 && number <= nearlyOne)
        number = 1;
  }
}

void StoredSoftmaxMaps::read(HeadId place, const Rect& rect, MatrixOut out) const {
  const auto layer = static_cast<std::size_t>(place.layer);
  const Index band = bandRows(rect.rows, keys());
  for (Index from = 0; from < rect.rows; from += band) {
    const Index count = std::min(band, rect.rows - from);
    Matrix rows = rowsOf(m_tensors[layer], place.head, rect.row + from, count);
    for (Index i = 0; i < count; ++i) hideUnseen(m_visibility[layer], rect.row + from + i, keys(), 0, rows.row(i));
    scoresToWeights(rows, rowLogSumExp(rows));
    out.middleRows(from, count) = rows.middleCols(rect.col, rect.cols);
  }
}

StoredScoreMaps::StoredScoreMaps(std::vector<StoredScores> layers, StoredAxes axes)
    : StoredMaps(std::move(axes)),
      m_scores(std::move(layers)),
      m_logSumExp(m_scores.size() * static_cast<std::size_t>(m_scores.front().q.shape[0])) {}

Matrix StoredScoreMaps::scores(HeadId place, const Matrix& q, Index first, Index key, Index count) const {
  const StoredScores& layer = m_scores[static_cast<std::size_t>(place.layer)];
  const int keyHead = keyHeadOf(place.head, static_cast<int>(layer.q.shape[0]), static_cast<int>(layer.k.shape[0]));
  Matrix out(q.rows(), count);
  dotProducts(q, rowsOf(layer.k, keyHead, key, count), layer.scale, out);
  if (layer.softCap > 0) out = (out.array() / layer.softCap).tanh() * layer.softCap;
  if (!layer.terms.empty()) layer.terms.apply(place.head, first, key, keys(), out);
  for (Index i = 0; i < out.rows(); ++i) hideUnseen(layer.visibility, first + i, keys(), key, out.row(i));
  return out;
}

Vector StoredScoreMaps::logSumExp(HeadId place, const Matrix& q, Index first) const {
  constexpr Index kBlock = 4096;
  const StoredScores& layer = m_scores[static_cast<std::size_t>(place.layer)];
  auto& known = m_logSumExp[static_cast<std::size_t>(numberOf(place, static_cast<int>(layer.q.shape[0])))];
  Vector out(q.rows());
  {
    const std::lock_guard lock(m_mutex);
    if (known.empty()) known.resize(static_cast<std::size_t>(queries()));
    bool all = true;
    for (Index i = 0; i < out.size(); ++i) {
      const std::optional<float>& one = known[static_cast<std::size_t>(first + i)];
      all = all && one;
      out[i] = one.value_or(0);
    }
    if (all) return out;
  }
  out.setConstant(kHiddenScore);
  // In the same blocks whichever rows come together, so that the sum of a row has the same bits.
  const auto [begin, end] = layer.visibility.visible(first, q.rows(), keys());
  for (Index key = begin / kBlock * kBlock; key < end; key += kBlock) {
    const Vector part = rowLogSumExp(scores(place, q, first, key, std::min(kBlock, keys() - key)));
    for (Index i = 0; i < out.size(); ++i) {
      const float high = std::max(out[i], part[i]), low = std::min(out[i], part[i]);
      if (std::isnan(part[i]))
        out[i] = part[i];  // Of a row with a score that is no number.
      else if (high != kHiddenScore)
        out[i] = high + std::log1p(std::exp(low - high));
    }
  }
  if (!layer.terms.sinks.empty()) {
    const float sink = layer.terms.sinks[static_cast<std::size_t>(place.head)];
    for (float& sum : out) sum = std::max(sum, sink) + std::log1p(std::exp(-std::abs(sum - sink)));
  }
  const std::lock_guard lock(m_mutex);
  std::copy(out.data(), out.data() + out.size(), known.begin() + first);
  return out;
}

void StoredScoreMaps::read(HeadId place, const Rect& rect, MatrixOut out) const {
  const Index band = bandRows(rect.rows, rect.cols);
  for (Index row = 0; row < rect.rows; row += band) {
    const Index count = std::min(band, rect.rows - row);
    const Matrix q = rowsOf(m_scores[static_cast<std::size_t>(place.layer)].q, place.head, rect.row + row, count);
    const Vector sums = logSumExp(place, q, rect.row + row);
    MatrixOut part = out.middleRows(row, count);
    part = scores(place, q, rect.row + row, rect.col, rect.cols);
    scoresToWeights(part, sums);
  }
}

}  // namespace headlight
