#pragma once

#include "ui/charts/corpus/reports/comparing.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/round_axis.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// A number with its interval for some heads over many texts, with what a picture of them says.
struct HeadIntervals {
  struct Row {
    HeadId head;
    double middle = 0, low = 0, high = 0;
    QString says;  ///< With its exact numbers.

    bool isSure() const { return low > 0 || high < 0; }
  };
  QString title, subtitle, axis;
  QString nothing;  ///< Said in place of rows.
  std::vector<QString> notes;
  std::vector<Row> rows;  ///< From the top.
  int digits = 3;         ///< Of the numbers beside them.
};
/// How one metric differs between two statistics: the differences of the means over texts, the surest first.
HeadIntervals differenceIntervals(const StatsPair& pair, const std::string& metric);

/// Where everything of a list of intervals is. Figure units, origin at the top left of the figure.
struct HeadIntervalsLayout {
  struct Row {
    std::size_t number = 0;  ///< Among those of the figure.
    PlacedText name, value;
    QRectF whole;
    double low = 0, middle = 0, high = 0;  ///< x of the interval's ends and of its middle.
    double y = 0;
  };
  FigureFrame frame;
  QRectF plot;
  RoundAxis axis;
  std::vector<double> tickAt;
  std::vector<PlacedText> ticks;
  PlacedText axisTitle;
  double zero = 0;        ///< x of 0.
  std::vector<Row> rows;  ///< As many as there is room for.
  std::optional<PlacedText> more;
};

/// Heads with a number and its 95% interval around 0, a line each.
class HeadIntervalsFigure final : public StyledFigure {
 public:
  explicit HeadIntervalsFigure(HeadIntervals intervals, FigureStyle style = {})
      : StyledFigure(std::move(style)), m_intervals(std::move(intervals)) {}

  QSizeF preferredSize() const override;
  QString title() const override { return m_intervals.title; }
  QString altText() const override;
  /// Every row.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  HeadIntervalsLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& painter, QSizeF size) const override;

  HeadIntervals m_intervals;
};

}  // namespace headlight
