#include "core/io/stored_maps.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "core/attention/row_bands.h"
#include "core/ops/dot_products.h"

namespace headlight {
namespace {

constexpr float kNoNumber = std::numeric_limits<float>::quiet_NaN();

/// Rows [first, first + count) of one head of a tensor [heads, rows, columns], [count, columns]: where they lie if they
/// are floats, else made in `rows`.
Eigen::Map<const Matrix> rowsOf(const StoredTensor& tensor, std::int64_t head, Index first, Index count, Matrix& rows) {
  const auto at = static_cast<std::uint64_t>((head * tensor.shape[1] + first) * tensor.shape[2]);
  const std::byte* there = tensor.bytes.data() + at * sizeof(float);
  if (tensor.format == Dtype::F32 && reinterpret_cast<std::uintptr_t>(there) % alignof(float) == 0)
    return {reinterpret_cast<const float*>(there), count, tensor.shape[2]};
  rows.resize(count, tensor.shape[2]);
  readNumbers(tensor, at, {rows.data(), static_cast<std::size_t>(rows.size())});
  return {rows.data(), count, tensor.shape[2]};
}

/// Sums of rows are made of blocks of keys, in which each number has a lane of its own (core/ops/activations.h): both
/// begin at the same keys whichever rows and keys are read together, so that the sum of a row always has the same bits.
constexpr Index kSumBlock = 4096, kSumLanes = 32;

/// Where the block of `key` ends, of keys up to `end`.
Index blockEnd(Index key, Index end) { return std::min(end, (key / kSumBlock + 1) * kSumBlock); }

/// The keys that some query of [first, first + count) sees, out to whole lanes.
Visibility::Range seenBy(const Visibility& visibility, Index first, Index count, Index keys) {
  const auto [begin, end] = visibility.visible(first, count, keys);
  if (begin >= end) return {0, 0};
  return {begin / kSumLanes * kSumLanes, std::min(keys, (end + kSumLanes - 1) / kSumLanes * kSumLanes)};
}

/// Adds ln Σ exp of further keys to that of rows.
void addSums(const Vector& part, Vector& sums) {
  for (Index i = 0; i < sums.size(); ++i) {
    const float high = std::max(sums[i], part[i]), low = std::min(sums[i], part[i]);
    if (std::isnan(part[i]))
      sums[i] = part[i];  // Of a row with a score that is no number.
    else if (high != kHiddenScore)
      sums[i] = high + std::log1p(std::exp(low - high));
  }
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
    Matrix rows;
    if (const auto there = rowsOf(m_tensors[layer], place.head, rect.row + from, count, rows); rows.size() == 0)
      rows = there;
    for (Index i = 0; i < count; ++i) hideUnseen(m_visibility[layer], rect.row + from + i, keys(), 0, rows.row(i));
    scoresToWeights(rows, rowLogSumExp(rows));
    out.middleRows(from, count) = rows.middleCols(rect.col, rect.cols);
  }
}

StoredScoreMaps::StoredScoreMaps(std::vector<StoredScores> layers, StoredAxes axes)
    : StoredMaps(std::move(axes)),
      m_scores(std::move(layers)),
      m_logSumExp(m_scores.size() * static_cast<std::size_t>(m_scores.front().q.shape[0])) {}

void StoredScoreMaps::scores(HeadId place, MatrixView q, Index first, Index key, MatrixOut out) const {
  const StoredScores& layer = m_scores[static_cast<std::size_t>(place.layer)];
  const int keyHead = keyHeadOf(place.head, static_cast<int>(layer.q.shape[0]), static_cast<int>(layer.k.shape[0]));
  Matrix buffer;
  dotProducts(q, rowsOf(layer.k, keyHead, key, out.cols(), buffer), layer.scale, out);
  if (layer.softCap > 0) out = (out.array() / layer.softCap).tanh() * layer.softCap;
  if (!layer.terms.empty()) layer.terms.apply(place.head, first, key, keys(), out);
  for (Index i = 0; i < out.rows(); ++i) hideUnseen(layer.visibility, first + i, keys(), key, out.row(i));
}

std::vector<std::optional<float>>& StoredScoreMaps::sumsOf(HeadId place) const {
  return m_logSumExp[static_cast<std::size_t>(numberOf(place, static_cast<int>(m_scores.front().q.shape[0])))];
}

std::optional<Vector> StoredScoreMaps::knownSums(HeadId place, Index first, Index count) const {
  const std::lock_guard lock(m_mutex);
  auto& known = sumsOf(place);
  if (known.empty()) known.resize(static_cast<std::size_t>(queries()));
  Vector out(count);
  for (Index i = 0; i < count; ++i) {
    const std::optional<float>& one = known[static_cast<std::size_t>(first + i)];
    if (!one) return std::nullopt;
    out[i] = *one;
  }
  return out;
}

Vector StoredScoreMaps::keptSums(HeadId place, Index first, Vector sums) const {
  const std::vector<float>& sinks = m_scores[static_cast<std::size_t>(place.layer)].terms.sinks;
  if (!sinks.empty()) {
    const float sink = sinks[static_cast<std::size_t>(place.head)];
    for (float& sum : sums) sum = std::max(sum, sink) + std::log1p(std::exp(-std::abs(sum - sink)));
  }
  const std::lock_guard lock(m_mutex);
  std::copy(sums.data(), sums.data() + sums.size(), sumsOf(place).begin() + first);
  return sums;
}

void StoredScoreMaps::read(HeadId place, const Rect& rect, MatrixOut out) const {
  const StoredScores& layer = m_scores[static_cast<std::size_t>(place.layer)];
  const Index band = bandRows(rect.rows, std::max(rect.cols, kSumBlock));
  for (Index row = 0; row < rect.rows; row += band) {
    const Index count = std::min(band, rect.rows - row), first = rect.row + row;
    const Visibility::Range seen = seenBy(layer.visibility, first, count, keys());
    const Index from = std::clamp<Index>(seen.begin - rect.col, 0, rect.cols);
    const Index to = std::clamp<Index>(seen.end - rect.col, from, rect.cols);
    MatrixOut part = out.middleRows(row, count);
    part.leftCols(from).setZero();
    part.rightCols(rect.cols - to).setZero();
    if (from == to) continue;
    Matrix buffer;
    const Eigen::Map<const Matrix> q = rowsOf(layer.q, place.head, first, count, buffer);
    MatrixOut here = part.middleCols(from, to - from);
    scores(place, q, first, rect.col + from, here);
    std::optional<Vector> sums = knownSums(place, first, count);
    if (!sums) {
      const bool whole = to - from == seen.end - seen.begin;  // The scores of all keys are here already.
      Vector all = Vector::Constant(count, kHiddenScore);
      for (Index key = seen.begin; key < seen.end; key = blockEnd(key, seen.end)) {
        const Index cols = blockEnd(key, seen.end) - key;
        if (whole) {
          addSums(rowLogSumExp(here.middleCols(key - seen.begin, cols)), all);
          continue;
        }
        Matrix block(count, cols);
        scores(place, q, first, key, block);
        addSums(rowLogSumExp(block), all);
      }
      sums = keptSums(place, first, std::move(all));
    }
    scoresToWeights(here, *sums);
  }
}

}  // namespace headlight
