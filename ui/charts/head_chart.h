#pragma once

#include <memory>

#include "ui/figures/heads_report.h"
#include "ui/figures/series_legend.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// What the layout of a head chart depends on.
struct HeadChartSpec : FrameSpec {
  struct Dot {
    HeadId head;
    double value = 0;
    int series = 0;
  };
  std::vector<Dot> dots;
  int layers = 1, heads = 1;
  std::vector<QString> series;  ///< Names, in the order of their colours.
};

/// Where everything of a head chart is. Figure units, origin at the top left of the figure.
struct HeadChartLayout {
  FigureFrame frame;
  SeriesLegendLayout legend;
  QRectF plot;
  double least = 0, most = 1;  ///< Values at the lower and the upper edge of the plot.
  std::vector<QPointF> dots;   ///< In the order of the spec.
  double radius = 3;
  std::vector<double> xTickAt, yTickAt;
  std::vector<PlacedText> xTicks, yTicks;
  std::optional<PlacedText> xTitle;
};
/// Pure: the same numbers for the same spec and metrics.
HeadChartLayout layoutHeadChart(const HeadChartSpec& spec, const TextMetrics& metrics);

/// One number of every head against its layer: a dot for each head, in the colour of its label.
class HeadChartFigure final : public StyledFigure {
 public:
  explicit HeadChartFigure(std::shared_ptr<const HeadsReport> story = {}, std::string_view column = "entropy",
                           std::vector<HeadId> shown = {}, FigureStyle style = {})
      : StyledFigure(std::move(style)), m_story(std::move(story)), m_column(column), m_shown(std::move(shown)) {}

  QSizeF preferredSize() const override { return {640, 420}; }
  QString title() const override;
  QString altText() const override;
  /// Every dot.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  HeadChartLayout layout(QSizeF size) const { return layoutHeadChart(spec(size), FontTextMetrics(m_style)); }

 private:
  void draw(QPainter& p, QSizeF size) const override;
  std::optional<QString> nothing() const override { return m_story ? std::nullopt : std::optional(QString()); }
  HeadChartSpec spec(QSizeF size) const;
  bool shows(HeadId head) const;

  std::shared_ptr<const HeadsReport> m_story;
  std::string_view m_column;
  std::vector<HeadId> m_shown;  ///< Only these; all when empty.
};

}  // namespace headlight
