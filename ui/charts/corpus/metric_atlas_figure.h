#pragma once

#include <memory>
#include <string>

#include "ui/charts/corpus/reports/comparing.h"
#include "ui/figures/atlas/atlas_layout.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// A number for each head over many texts, with what a picture of them says.
struct MetricAtlas {
  struct Cell {
    std::optional<double> value;
    QString says;  ///< With its exact number; of a head that has one.
    QString name;  ///< Below the number, where there is room.
    bool outlined = false;
  };
  QString title, subtitle;
  std::vector<QString> notes;
  int layers = 0, heads = 0;
  AttentionType attention = AttentionType::Self;
  ColourScale scale;
  std::vector<Cell> cells;  ///< Layer by layer.

  HeadId head(std::size_t cell) const { return headNumbered(static_cast<std::ptrdiff_t>(cell), heads).of(attention); }
};
/// A metric of every head, of all queries of all texts; of a pattern its score, with chance level and rank.
MetricAtlas metricAtlas(const CorpusReport& report, const std::string& metric);
/// How the means over texts of two statistics differ, sure differences outlined.
MetricAtlas differenceAtlas(const StatsPair& pair, const std::string& metric);
/// The means over texts of one step of training, on the scale of all steps.
MetricAtlas stepAtlas(const TrainingReport& report, const std::string& metric, std::size_t step);

/// A cell for each head in a layer × head grid, coloured by one number.
class MetricAtlasFigure final : public StyledFigure {
 public:
  explicit MetricAtlasFigure(MetricAtlas atlas, FigureStyle style = {})
      : StyledFigure(std::move(style)), m_atlas(std::move(atlas)) {}

  QSizeF preferredSize() const override;
  QString title() const override { return m_atlas.title; }
  QString altText() const override;
  /// Every head that has a value.
  std::vector<FigureSpot> spots(QSizeF size) const override;

 private:
  void draw(QPainter& painter, QSizeF size) const override;
  AtlasLayout layout(QSizeF size) const;

  MetricAtlas m_atlas;
};

}  // namespace headlight
