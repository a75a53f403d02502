#pragma once

#include <QImage>
#include <QRectF>
#include <functional>
#include <optional>
#include <vector>

#include "core/base/matrix.h"

namespace headlight {

/// The regular grid that cells of one size lie on, side by side.
struct CellGrid {
  QRectF all;  ///< Of all its cells, there or not, in their units.
  int rows = 0, cols = 0;

  /// Of a cell's box.
  int rowOf(const QRectF& box) const;
  int colOf(const QRectF& box) const;
};

/// The grid of `boxes`; none where they have several sizes, or lie over one another.
std::optional<CellGrid> gridOf(const std::vector<QRectF>& boxes);

/// Weights [rows, cols] as a picture of `size` pixels, between the middles of four cells by the distance to each and
/// beyond the outermost ones as they are (bilinear). Cells that are NaN take no part and are transparent.
QImage smoothed(const Matrix& weights, QSize size, const std::function<QColor(double)>& colourOf);

}  // namespace headlight
