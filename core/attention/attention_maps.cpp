#include "core/attention/attention_maps.h"

#include <algorithm>

namespace headlight {
namespace {

/// First entry of part `i` when `total` entries are cut into `parts` parts.
Index cut(Index i, Index total, Index parts) { return i * total / parts; }

}  // namespace

Matrix AttentionMaps::weights(HeadId head, const Rect& rect) const {
  Matrix out(rect.rows, rect.cols);
  if (out.size() > 0) weights(head, rect, out);
  return out;
}

Matrix pooledWeights(const AttentionMaps& maps, HeadId head, const Rect& rect, Index rows, Index cols, Pool pool,
                     const Progress& progress) {
  rows = std::min(rows, rect.rows);
  cols = std::min(cols, rect.cols);
  if (rows == rect.rows && cols == rect.cols) return maps.weights(head, rect);
  Matrix out(rows, cols);
  Matrix band;
  for (Index i = 0; i < rows; ++i) {
    const Index top = cut(i, rect.rows, rows), height = cut(i + 1, rect.rows, rows) - top;
    band.resize(height, rect.cols);
    maps.weights(head, {rect.row + top, rect.col, height, rect.cols}, band);
    for (Index j = 0; j < cols; ++j) {
      const Index left = cut(j, rect.cols, cols), width = cut(j + 1, rect.cols, cols) - left;
      const auto cell = band.middleCols(left, width);
      out(i, j) = pool == Pool::Mean ? static_cast<float>(cell.cast<double>().mean()) : cell.maxCoeff();
    }
    progress(static_cast<double>(i + 1) / static_cast<double>(rows));
  }
  return out;
}

}  // namespace headlight
