#pragma once

#include "ui/charts/corpus/comparing.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/round_axis.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// Where everything of a list of intervals is. Figure units, origin at the top left of the figure.
struct DifferenceIntervalsLayout {
  struct Row {
    std::size_t difference = 0;  ///< Its number among those of the figure.
    PlacedText name, value;
    QRectF whole;
    double low = 0, middle = 0, high = 0;  ///< x of the interval's ends and of the difference.
    double y = 0;
  };
  FigureFrame frame;
  QRectF plot;
  RoundAxis axis;
  std::vector<double> tickAt;
  std::vector<PlacedText> ticks;
  PlacedText axisTitle;
  double zero = 0;        ///< x of no difference.
  std::vector<Row> rows;  ///< The surest first, as many as there is room for.
  std::optional<PlacedText> more;
};

/// How one metric differs between two statistics, head by head: the difference of both means over texts with its 95%
/// interval, the surest first, around no difference.
class DifferenceIntervalsFigure final : public StyledFigure {
 public:
  DifferenceIntervalsFigure(const StatsPair& pair, const std::string& metric, FigureStyle style = {});

  QSizeF preferredSize() const override;
  QString title() const override { return m_title; }
  QString altText() const override;
  /// Every row.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  DifferenceIntervalsLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& painter, QSizeF size) const override;
  HeadId headAt(std::size_t difference) const;

  QString m_title, m_subtitle;
  std::vector<QString> m_notes;
  std::vector<MetricDifference> m_differences;
  int m_heads = 1;
  AttentionType m_attention = AttentionType::Self;
};

}  // namespace headlight
