#include "ui/figures/image_overlay/cell_grid.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace headlight {
namespace {

/// Where a pixel lies between two cells of a line: the first of them, and how far it is on the way to the next.
struct Between {
  Index first = 0;
  double part = 0;
};

Between between(int pixel, int pixels, Index cells) {
  const double at = (pixel + 0.5) / pixels * static_cast<double>(cells) - 0.5;
  const double inside = std::clamp(at, 0.0, static_cast<double>(cells - 1));
  const Index first = std::min(static_cast<Index>(inside), std::max<Index>(cells - 2, 0));
  return {first, inside - static_cast<double>(first)};
}

}  // namespace

int CellGrid::rowOf(const QRectF& box) const {
  return static_cast<int>(std::lround((box.top() - all.top()) / all.height() * rows));
}

int CellGrid::colOf(const QRectF& box) const {
  return static_cast<int>(std::lround((box.left() - all.left()) / all.width() * cols));
}

std::optional<CellGrid> gridOf(const std::vector<QRectF>& boxes) {
  if (boxes.empty()) return {};
  const QSizeF size = boxes.front().size();
  if (size.width() <= 0 || size.height() <= 0) return {};
  CellGrid grid;
  for (const QRectF& box : boxes) grid.all |= box;
  grid.rows = static_cast<int>(std::lround(grid.all.height() / size.height()));
  grid.cols = static_cast<int>(std::lround(grid.all.width() / size.width()));
  constexpr int kMost = 1 << 14;
  if (grid.rows < 1 || grid.cols < 1 || grid.rows > kMost || grid.cols > kMost) return {};
  std::set<std::pair<int, int>> taken;
  for (const QRectF& box : boxes) {
    const double down = (box.top() - grid.all.top()) / size.height();
    const double across = (box.left() - grid.all.left()) / size.width();
    if (std::abs(box.width() - size.width()) > size.width() * 0.02 ||
        std::abs(box.height() - size.height()) > size.height() * 0.02 || std::abs(down - grid.rowOf(box)) > 0.05 ||
        std::abs(across - grid.colOf(box)) > 0.05 || !taken.insert({grid.rowOf(box), grid.colOf(box)}).second)
      return {};
  }
  return grid;
}

QImage smoothed(const Matrix& weights, QSize size, const std::function<QColor(double)>& colourOf) {
  QImage image(size, QImage::Format_ARGB32);
  for (int y = 0; y < size.height(); ++y) {
    const Between down = between(y, size.height(), weights.rows());
    const Index row = y * weights.rows() / size.height();
    for (int x = 0; x < size.width(); ++x) {
      if (std::isnan(weights(row, x * weights.cols() / size.width()))) {
        image.setPixelColor(x, y, QColor(0, 0, 0, 0));
        continue;
      }
      const Between across = between(x, size.width(), weights.cols());
      double sum = 0, parts = 0;
      for (const int i : {0, 1})
        for (const int j : {0, 1}) {
          const double part = (i == 0 ? 1 - down.part : down.part) * (j == 0 ? 1 - across.part : across.part);
          if (part <= 0) continue;
          const auto weight = static_cast<double>(weights(down.first + i, across.first + j));
          if (std::isnan(weight)) continue;
          sum += part * weight;
          parts += part;
        }
      image.setPixelColor(x, y, colourOf(sum / parts));
    }
  }
  return image;
}

}  // namespace headlight
