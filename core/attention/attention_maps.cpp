#include "core/attention/attention_maps.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

#include "core/attention/row_bands.h"

namespace headlight {
namespace {

/// How many blocks of `each` cover `total`.
Index blocks(Index total, Index each) { return (total + each - 1) / each; }

/// The same of the cells that are numbers; NaN where none is.
template <class Cell>
float pooledNumbers(const Cell& cell, Pool pool) {
  double sum = 0;
  float largest = -std::numeric_limits<float>::infinity();
  Index count = 0;
  for (Index i = 0; i < cell.rows(); ++i)
    for (Index j = 0; j < cell.cols(); ++j) {
      const float weight = cell(i, j);
      if (std::isnan(weight)) continue;
      sum += static_cast<double>(weight);
      largest = std::max(largest, weight);
      ++count;
    }
  if (count == 0) return std::numeric_limits<float>::quiet_NaN();
  return pool == Pool::Mean ? static_cast<float>(sum / static_cast<double>(count)) : largest;
}

/// Pools the columns of some rows, all of the rows as one, into row `i` of `out`.
template <class Rows>
void poolInto(Matrix& out, Index i, const Rows& rows, Index colsEach, Pool pool) {
  for (Index j = 0; j < out.cols(); ++j) {
    const auto cell = rows.middleCols(j * colsEach, std::min(colsEach, rows.cols() - j * colsEach));
    out(i, j) = pool == Pool::Mean ? static_cast<float>(cell.template cast<double>().mean())
                                   : cell.template maxCoeff<Eigen::PropagateNaN>();
    if (std::isnan(out(i, j))) out(i, j) = pooledNumbers(cell, pool);
  }
}

std::vector<int> numbersWhere(int count, const std::function<bool(int)>& there) {
  std::vector<int> numbers;
  for (int i = 0; i < count; ++i)
    if (there(i)) numbers.push_back(i);
  return numbers;
}

}  // namespace

std::vector<int> AttentionMaps::layerNumbers() const {
  return numbersWhere(layers(), [this](int layer) { return hasLayer(layer); });
}

std::vector<int> AttentionMaps::headNumbers() const {
  return numbersWhere(heads(), [this](int head) { return hasHead(head); });
}

std::vector<HeadId> AttentionMaps::allHeads() const {
  std::vector<HeadId> all;
  for (const int layer : layerNumbers())
    for (const int head : headNumbers()) all.push_back({layer, head});
  return all;
}

Matrix AttentionMaps::weights(HeadId head, const Rect& rect) const {
  Matrix out(rect.rows, rect.cols);
  if (out.size() > 0) weights(head, rect, out);
  return out;
}

Matrix pooledWeights(const AttentionMaps& maps, HeadId head, const Rect& rect, Index rowsEach, Index colsEach,
                     Pool pool, const Progress& progress) {
  if (rowsEach == 1 && colsEach == 1) return maps.weights(head, rect);
  // Several blocks at once where they are low.
  const Index together = std::max<Index>(1, bandRows(rect.rows, rect.cols) / rowsEach);
  Matrix out(blocks(rect.rows, rowsEach), blocks(rect.cols, colsEach)), band;
  for (Index i = 0; i < out.rows(); i += together) {
    const Index top = i * rowsEach;
    band.resize(std::min(together * rowsEach, rect.rows - top), rect.cols);
    maps.weights(head, {rect.row + top, rect.col, band.rows(), rect.cols}, band);
    for (Index at = 0; at < band.rows(); at += rowsEach)
      poolInto(out, i + at / rowsEach, band.middleRows(at, std::min(rowsEach, band.rows() - at)), colsEach, pool);
    progress(static_cast<double>(top + band.rows()) / static_cast<double>(rect.rows));
  }
  return out;
}

Matrix sampledWeights(const AttentionMaps& maps, HeadId head, const Rect& rect, Index rowsEach, Index colsEach,
                      Pool pool, const Progress& progress) {
  Matrix out(blocks(rect.rows, rowsEach), blocks(rect.cols, colsEach)), row(1, rect.cols);
  for (Index i = 0; i < out.rows(); ++i) {
    const Index middle = i * rowsEach + std::min(rowsEach, rect.rows - i * rowsEach) / 2;
    maps.weights(head, {rect.row + middle, rect.col, 1, rect.cols}, row);
    poolInto(out, i, row, colsEach, pool);
    progress(static_cast<double>(i + 1) / static_cast<double>(out.rows()));
  }
  return out;
}

}  // namespace headlight
