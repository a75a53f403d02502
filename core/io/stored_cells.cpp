#include "core/io/stored_cells.h"

#include <algorithm>

#include "core/attention/scores.h"
#include "core/base/error.h"
#include "core/io/stored_maps.h"

namespace headlight {
namespace {

/// A number this low leaves nothing of the score that it is added to (in single precision): libraries hide keys with
/// the lowest number that there is in place of -infinity.
constexpr float kSwallows = -1e30F;

/// Adds the numbers for the keys from `key` on. Where every key of the row is hidden by a low number, libraries without
/// a sink are left with equal scores, and so is this.
void addBias(const StoredCells& cells, bool sink, Index head, Index query, Index key, Index keys,
             std::span<float> scores) {
  std::vector<float> bias(scores.size());
  cells.read(head, query, key, bias);
  const auto low = [](float x) { return x <= kSwallows; };
  float largest = 0;
  if (!sink && std::any_of(bias.begin(), bias.end(), low)) {
    std::vector<float> row(static_cast<std::size_t>(keys));
    cells.read(head, query, 0, row);
    largest = *std::max_element(row.begin(), row.end());
  }
  for (std::size_t j = 0; j < bias.size(); ++j)
    if (!low(bias[j]))
      scores[j] += bias[j];
    else
      scores[j] = low(largest) && bias[j] == largest && largest != kHiddenScore ? 0 : kHiddenScore;
}

std::string axis(std::int64_t size) { return size == 1 ? "1" : std::to_string(size) + " or 1"; }

}  // namespace

StoredCells StoredCells::ofEachCell(StoredTensor tensor, std::int64_t heads, std::int64_t queries, std::int64_t keys,
                                    const std::string& what) {
  Shape& shape = tensor.shape;
  while (shape.size() > 3 && shape.front() == 1) shape.erase(shape.begin());
  while (shape.size() < 3 && !shape.empty()) shape.insert(shape.begin(), 1);
  if (shape.size() != 3 || (shape[0] != 1 && shape[0] != heads) || (shape[1] != 1 && shape[1] != queries) ||
      shape[2] != keys)
    throw Error(what + ": expected [" + axis(heads) + ", " + axis(queries) + ", " + std::to_string(keys) +
                "], the file has " + shapeText(tensor.shape));
  StoredCells cells;
  cells.m_headStep = shape[0] == 1 ? 0 : shape[1] * keys;
  cells.m_queryStep = shape[1] == 1 ? 0 : keys;
  cells.m_tensor = std::move(tensor);
  return cells;
}

StoredCells StoredCells::byDistance(StoredTensor tensor, std::int64_t heads, std::int64_t queries, std::int64_t keys,
                                    const std::string& what) {
  Shape& shape = tensor.shape;
  if (shape.size() == 1) shape.insert(shape.begin(), 1);
  const std::int64_t width = queries + keys - 1;
  if (shape.size() != 2 || (shape[0] != 1 && shape[0] != heads) || shape[1] != width)
    throw Error(what + ": expected [" + axis(heads) + ", " + std::to_string(width) +
                "] (queries + keys - 1), the file has " + shapeText(tensor.shape));
  StoredCells cells;
  cells.m_first = queries - 1;
  cells.m_headStep = shape[0] == 1 ? 0 : width;
  cells.m_queryStep = -1;
  cells.m_tensor = std::move(tensor);
  return cells;
}

void StoredCells::read(Index head, Index query, Index key, std::span<float> out) const {
  readNumbers(m_tensor, placeOf(head, query, key), out);
}

void StoredCells::readFlags(Index head, Index query, Index key, std::span<bool> out) const {
  const std::size_t size = bytesOf(m_tensor.format, 1), first = placeOf(head, query, key);
  for (std::size_t j = 0; j < out.size(); ++j) {
    const auto number = m_tensor.bytes.subspan((first + j) * size, size);
    out[j] = std::any_of(number.begin(), number.end(), [](std::byte b) { return b != std::byte{0}; });
  }
}

void StoredTerms::apply(Index head, Index query, Index key, Index keys, MatrixOut scores) const {
  const auto count = static_cast<std::size_t>(scores.cols());
  const auto flags = std::make_unique<bool[]>(mask ? count : 0);
  for (Index i = 0; i < scores.rows(); ++i) {
    const std::span<float> row(scores.row(i).data(), count);
    for (const std::optional<StoredCells>* each : {&bias, &distanceBias})
      if (*each) addBias(**each, !sinks.empty(), head, query + i, key, keys, row);
    if (!mask) continue;
    mask->readFlags(head, query + i, key, {flags.get(), count});
    for (std::size_t j = 0; j < count; ++j)
      if (!flags[j]) row[j] = kHiddenScore;
  }
}

}  // namespace headlight
