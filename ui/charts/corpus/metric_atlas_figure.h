#pragma once

#include <memory>
#include <string>

#include "ui/charts/corpus/corpus_report.h"
#include "ui/figures/atlas/atlas_layout.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// A cell for each head in a layer × head grid, coloured by one metric over many texts.
class MetricAtlasFigure final : public StyledFigure {
 public:
  /// `metric` is a name of headColumns().
  explicit MetricAtlasFigure(std::shared_ptr<const CorpusReport> report = {}, std::string metric = "entropy",
                             FigureStyle style = {})
      : StyledFigure(std::move(style)), m_report(std::move(report)), m_metric(std::move(metric)) {}

  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  /// Every head that has a value.
  std::vector<FigureSpot> spots(QSizeF size) const override;

 private:
  void draw(QPainter& painter, QSizeF size) const override;
  std::optional<QString> nothing() const override { return m_report ? std::nullopt : std::optional(QString()); }
  std::optional<double> valueOf(const MeasuredHead& head) const;
  AtlasLayout layout(QSizeF size) const;
  ColourScale scale() const;

  std::shared_ptr<const CorpusReport> m_report;
  std::string m_metric;
};

}  // namespace headlight
