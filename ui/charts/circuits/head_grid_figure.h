#pragma once

#include "ui/charts/circuits/findings_figure.h"
#include "ui/charts/head_cells.h"

namespace headlight {

/// A number for each head as a layer × head grid, laid out as the atlas.
class HeadGridFigure final : public FindingsFigure {
 public:
  using FindingsFigure::FindingsFigure;

  QSizeF preferredSize() const override;
  /// Every head that has a number, layer by layer.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  AtlasLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  QStringList strongest() const override;
  /// Whether the columns are key/value heads that several heads read.
  bool isGrouped() const;
  /// The heads with their numbers, by the columns of the grid.
  std::vector<HeadCell> cells() const;
  /// "Layer 1, head 3", or a key/value head.
  QString nameOfCell(HeadId cell) const;
};

}  // namespace headlight
