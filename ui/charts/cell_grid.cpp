#include "ui/charts/cell_grid.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/figures/painting.h"

namespace headlight {
namespace {

/// Cells need not be wider than this; few rows of wide cells grow until these are nearly square.
constexpr double kWidestGridCell = 130, kHighestGridCell = 44, kTallestPart = 0.9;
/// Narrower cells hold no word: a letter or two say nothing.
constexpr double kNarrowestWordCell = 26;
/// Of the width and of the height, for labels at most.
constexpr double kRowLabelShare = 0.24, kColumnLabelShare = 0.25;

}  // namespace

CellGridLayout layoutCellGrid(const CellGridSpec& spec, const FigureStyle& style, const TextMetrics& metrics) {
  CellGridLayout out;
  const QRectF& area = spec.area;
  const double small = style.smallSize(), line = metrics.height(small);
  const auto rows = static_cast<double>(spec.rows.size()), columns = static_cast<double>(spec.columns.size());
  const double widestRow = std::min(metrics.widest(spec.rows, small), area.width() * kRowLabelShare);
  const double left = area.left() + std::ceil(widestRow) + 6;
  const double beside = spec.beside + (style.hasLegend() ? colourBarWidth(spec.scale, style, metrics) + 16 : 0);
  const double width = std::clamp((area.right() - beside - left) / columns, 3.0, kWidestGridCell);
  // Flat where all fit, else upright and at most a quarter of the area long.
  const double widest = metrics.widest(spec.columns, small);
  const bool upright = widest + small * 0.8 > width;
  const double longest = area.height() * kColumnLabelShare;
  out.columnSize = small;
  const double head = upright ? std::min(widest, longest) + 6 : line + 4;
  const double height =
      std::clamp((area.height() - head) / rows, 3.0, std::max(kHighestGridCell, width * kTallestPart));
  out.cell = QSizeF(width, height);
  out.grid = QRectF(left, area.top() + head, width * columns, height * rows);
  const double size = std::min(style.textSize, std::floor(height * 0.6));
  out.wordSize = size >= kSmallestLabel && width >= kNarrowestWordCell ? size : 0;
  const auto stride = static_cast<std::size_t>(std::max(1.0, std::ceil(small * kLabelPitch / height)));
  for (std::size_t row = 0; row < spec.rows.size(); row += stride) {
    const QString name = metrics.elided(spec.rows[row], widestRow, small);
    const double y = out.grid.top() + height * (static_cast<double>(row) + 0.5) + metrics.ascent(small) * 0.36;
    out.rowLabels.push_back(placeText(name, {left - 6 - metrics.width(name, small), y}, small, metrics));
  }
  const auto columnStride =
      static_cast<std::size_t>(upright ? std::max(1.0, std::ceil(small * kLabelPitch / width)) : 1);
  for (std::size_t column = 0; column < spec.columns.size(); column += columnStride) {
    const QString text = metrics.elided(spec.columns[column], upright ? longest : width, small);
    const double middle = out.grid.left() + width * (static_cast<double>(column) + 0.5);
    const QPointF origin = upright ? QPointF(middle + (kLabelAbove - kLabelBelow) / 2 * small, out.grid.top() - 4)
                                   : QPointF(middle - metrics.width(text, small) / 2, out.grid.top() - 5);
    out.columnLabels.push_back(
        placeLabel(static_cast<Index>(column), text, origin, upright ? -90 : 0, small, metrics));
  }
  if (style.hasLegend())
    out.legend = layoutColourBar({out.grid.right() + spec.beside + 16, out.grid.top()},
                                 std::max(out.grid.height(), std::min(120.0, area.bottom() - out.grid.top())),
                                 spec.scale, style, metrics);
  return out;
}

void paintGridCells(QPainter& p, const CellGridLayout& layout, Index rows, Index columns,
                    const std::function<double(Index, Index)>& value,
                    const std::function<QString(Index, Index)>& word, const ColourScale& scale,
                    const FigureStyle& style) {
  const ColourMap map = style.map(scale.diverging);
  const FontTextMetrics metrics(style);
  p.setRenderHint(QPainter::Antialiasing, false);
  for (Index row = 0; row < rows; ++row)
    for (Index column = 0; column < columns; ++column) {
      const double number = value(row, column);
      if (std::isinf(number)) continue;
      const QRectF cell = layout.inked(row, column);
      if (std::isnan(number)) {
        paintNoNumber(p, cell, style);
        continue;
      }
      const QColor colour = map.colour(scale.position(number));
      p.fillRect(cell, colour);
      if (layout.wordSize == 0) continue;
      const QString text = metrics.elided(word(row, column), cell.width() - 4, layout.wordSize);
      const QPointF origin(cell.center().x() - metrics.width(text, layout.wordSize, QFont::Normal) / 2,
                           cell.center().y() + metrics.ascent(layout.wordSize) * 0.36);
      paintText(p, placeText(text, origin, layout.wordSize, metrics), style, layout.wordSize, inkOn(colour));
    }
  p.setRenderHint(QPainter::Antialiasing, true);
}

}  // namespace headlight
