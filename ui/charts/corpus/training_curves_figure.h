#pragma once

#include "ui/charts/corpus/reports/comparing.h"
#include "ui/charts/corpus/training_curves_layout.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// A metric of every head over steps of training: the heads that change most are stressed with their 95% intervals, the
/// others grey; rings mark where a stressed curve breaks.
class TrainingCurvesFigure final : public StyledFigure {
 public:
  /// `head` is stressed too, and `chosen` the step that is marked.
  TrainingCurvesFigure(std::shared_ptr<const TrainingReport> report, std::string metric,
                       std::optional<std::size_t> head, std::optional<std::size_t> chosen, FigureStyle style = {});

  QSizeF preferredSize() const override { return {820, 520}; }
  QString title() const override;
  QString altText() const override;
  /// Every step of every head.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  TrainingCurvesLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& painter, QSizeF size) const override;
  HeadId headAt(std::size_t head) const;

  std::shared_ptr<const TrainingReport> m_report;
  std::string m_metric;
  std::size_t m_number;  ///< Of the metric.
  std::vector<std::optional<SeriesBreak>> m_breaks;
  std::vector<std::size_t> m_stressed;  ///< Heads, in the order of their colours.
  std::optional<std::size_t> m_chosen;
};

}  // namespace headlight
