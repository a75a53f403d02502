#pragma once

#include <functional>
#include <vector>

#include "ui/figures/figure_frame.h"

class QPainter;

namespace headlight {

/// What the layout of a grid of cells depends on.
struct CellGridSpec {
  QRectF area;                                   ///< Room for cells, labels and legend.
  std::vector<QString> rows = {}, columns = {};  ///< Their labels.
  double beside = 0;                             ///< Room between cells and legend, for something else.
  ColourScale scale = {};
};

/// Where everything of a grid of cells is: a row for each of something, as layers, a column for each of something else,
/// as tokens. Figure units, origin at the top left of the figure.
struct CellGridLayout {
  QRectF grid;
  QSizeF cell;
  double wordSize = 0;  ///< Of what stands in the cells; 0 where it has no room.
  std::vector<PlacedText> rowLabels;
  std::vector<PlacedLabel> columnLabels;  ///< Their `token` is the number of the column.
  double columnSize = 0;
  ColourBarLayout legend;

  QRectF cellRect(Index row, Index column) const {
    return {QPointF(grid.left() + cell.width() * static_cast<double>(column),
                    grid.top() + cell.height() * static_cast<double>(row)),
            cell};
  }
  /// The same without the gap to its neighbours.
  QRectF inked(Index row, Index column) const {
    const double gap = cell.width() > 8 && cell.height() > 8 ? 1 : 0;
    return cellRect(row, column).adjusted(0, 0, -gap, -gap);
  }
};

/// Pure: the same numbers for the same spec and metrics.
CellGridLayout layoutCellGrid(const CellGridSpec& spec, const FigureStyle& style, const TextMetrics& metrics);

/// Fills `rows` × `columns` cells by their numbers (NaN: hatched both ways, infinity: left out) and writes words into
/// those that have some, as much of each as has room.
void paintGridCells(QPainter& painter, const CellGridLayout& layout, Index rows, Index columns,
                    const std::function<double(Index row, Index column)>& value,
                    const std::function<QString(Index row, Index column)>& word, const ColourScale& scale,
                    const FigureStyle& style);

}  // namespace headlight
