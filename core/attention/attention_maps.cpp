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
  // Bands of rows whatever a cell's height: products of few rows are slow, and memory stays a band. Rows become one
  // first, whole and in order, and then the parts of that one.
  constexpr Index kBandRows = 64;
  Matrix out(rows, cols), band;
  Eigen::RowVectorXf largest;
  Eigen::RowVectorXd sum;
  const auto finish = [&](Index i) {
    const Index height = cut(i + 1, rect.rows, rows) - cut(i, rect.rows, rows);
    for (Index j = 0; j < cols; ++j) {
      const Index left = cut(j, rect.cols, cols), width = cut(j + 1, rect.cols, cols) - left;
      out(i, j) = pool == Pool::Max
                      ? largest.segment(left, width).maxCoeff()
                      : static_cast<float>(sum.segment(left, width).sum() / static_cast<double>(height * width));
    }
  };
  Index i = 0;  // The line of cells that the present row belongs to.
  for (Index top = 0; top < rect.rows; top += kBandRows) {
    band.resize(std::min(kBandRows, rect.rows - top), rect.cols);
    maps.weights(head, {rect.row + top, rect.col, band.rows(), rect.cols}, band);
    for (Index r = 0; r < band.rows(); ++r) {
      const bool first = top + r == cut(i, rect.rows, rows);
      if (pool == Pool::Max && first)
        largest = band.row(r);
      else if (pool == Pool::Max)
        largest = largest.cwiseMax(band.row(r));
      else if (first)
        sum = band.row(r).cast<double>();
      else
        sum += band.row(r).cast<double>();
      if (top + r + 1 == cut(i + 1, rect.rows, rows)) finish(i++);
    }
    progress(static_cast<double>(top + band.rows()) / static_cast<double>(rect.rows));
  }
  return out;
}

}  // namespace headlight
