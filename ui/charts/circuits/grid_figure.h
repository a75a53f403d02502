#pragma once

#include "ui/charts/cell_grid.h"
#include "ui/charts/circuits/findings_figure.h"
#include "ui/charts/circuits/number_grid.h"

namespace headlight {

/// What the layout of a grid of findings depends on.
struct FindingsGridSpec : FrameSpec {
  std::vector<QString> rows, columns;
  std::vector<QString> numbers;               ///< Of the cells, all that may be written into them.
  bool words = false;                         ///< What is written may be cut.
  std::vector<double> rowSums, columnSums;    ///< Bars beside the rows and below the columns; empty for none.
  ColourScale scale;
};

/// Where everything of it is. Figure units, origin at the top left.
struct FindingsGridLayout : CellGridLayout {
  FigureFrame frame;
  std::vector<QRectF> rowBars, columnBars;  ///< From 0 to each sum.
  QRectF beside, below;                     ///< The room of the bars; empty without.
  std::optional<PlacedText> sumsTitle;
  std::vector<PlacedText> rowSums;          ///< The numbers of the bars, where they have room.
};
/// Pure: the same numbers for the same spec and metrics.
FindingsGridLayout layoutFindingsGrid(const FindingsGridSpec& spec, const TextMetrics& metrics);

/// Findings as cells in rows and columns: layers × tokens, heads × source tokens with their sums as bars, tokens ×
/// tokens, writers × writers. 0 is the middle of the colours; numbers or words stand in the cells where they have room.
class GridFigure final : public FindingsFigure {
 public:
  GridFigure(std::shared_ptr<const FindingsReport> report, FigureStyle style);

  QSizeF preferredSize() const override;
  /// Every cell that has a number, row by row, then the bars.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  FindingsGridLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  QStringList strongest() const override;
  QString wordAt(Index row, Index column) const;
  QString sentence(Index row, Index column) const;

  NumberGrid m_grid;
};

}  // namespace headlight
