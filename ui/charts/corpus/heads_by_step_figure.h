#pragma once

#include "ui/charts/cell_grid.h"
#include "ui/charts/corpus/reports/comparing.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// A metric of all heads over steps of training as cells: a row for each head, a column for each step; a line where a
/// head changes clearly, so that changes of many heads at one step stand below each other.
class HeadsByStepFigure final : public StyledFigure {
 public:
  HeadsByStepFigure(std::shared_ptr<const TrainingReport> report, std::string metric, FigureStyle style = {});

  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  /// Every cell that has a value.
  std::vector<FigureSpot> spots(QSizeF size) const override;

 private:
  struct Placed : CellGridLayout {
    FigureFrame frame;
  };
  void draw(QPainter& painter, QSizeF size) const override;
  Placed layout(QSizeF size) const;
  ColourScale scale() const;
  HeadId headAt(std::size_t head) const;

  std::shared_ptr<const TrainingReport> m_report;
  std::string m_metric;
  std::size_t m_number;  ///< Of the metric.
  std::vector<std::optional<SeriesBreak>> m_breaks;
};

}  // namespace headlight
