#pragma once

#include <memory>
#include <string>

#include "ui/charts/corpus/losses_report.h"
#include "ui/charts/corpus/reports/corpus_report.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// Where everything of a head card is. Figure units, origin at the top left of the figure.
struct HeadCardLayout {
  /// A small bar chart.
  struct Bars {
    PlacedText title;
    QRectF plot;
    std::vector<QRectF> bars;
    std::vector<QString> what;           ///< What each bar says.
    std::vector<PlacedText> ticks;       ///< Below.
    std::optional<double> markAt;        ///< x of the mean.
  };
  FigureFrame frame;
  std::vector<Bars> charts;
  std::vector<PlacedText> lines;  ///< Below them: its strongest tokens, and heads like it.
};

/// What one head does over many texts: how a metric is spread over them, its largest weights, its attention by offset
/// and by distance, the tokens that it attends to and is active at more than others that occur as often, and the heads
/// that are most like it (headsLike()).
class HeadCardFigure final : public StyledFigure {
 public:
  /// `metric` is one of the statistics' own names, or kLossMetric; `losses` are of the same heads.
  explicit HeadCardFigure(std::shared_ptr<const CorpusReport> report = {}, std::size_t head = 0,
                          std::string metric = "entropy", FigureStyle style = {},
                          std::shared_ptr<const LossesReport> losses = {})
      : StyledFigure(std::move(style)),
        m_report(std::move(report)),
        m_losses(std::move(losses)),
        m_head(head),
        m_metric(std::move(metric)) {}

  QSizeF preferredSize() const override { return {560, 620}; }
  QString title() const override;
  QString altText() const override;
  /// Every bar.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  HeadCardLayout layout(QSizeF size) const;

 private:
  void draw(QPainter& painter, QSizeF size) const override;
  std::optional<QString> nothing() const override { return m_report ? std::nullopt : std::optional(QString()); }
  /// "Induction: 0.512 ± 0.004": mean over the texts with its standard error.
  QString summary() const;
  /// "Rank 1 of 32 by this mean.", and of a pattern the chance level; empty without texts.
  QString rank() const;
  /// "Without it: Δ ln p …, rank 1 of 32 by loss."; empty where it was not ablated.
  QString loss() const;
  bool ofLoss() const;
  /// The metric on each text; of a head without it nothing.
  const Distribution& texts(std::size_t head) const;

  std::shared_ptr<const CorpusReport> m_report;
  std::shared_ptr<const LossesReport> m_losses;
  std::size_t m_head;
  std::string m_metric;
};

}  // namespace headlight
