#pragma once

#include <memory>

#include "ui/charts/ablation_report.h"
#include "ui/export/exportable.h"
#include "ui/figures/atlas/atlas_layout.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// What of an ablation is painted.
enum class AblationMeasure {
  LogProbability,  ///< The change of the answer's ln p, on a scale with 0 in its middle.
  Divergence,      ///< KL of all answers, with from without the head.
};

/// A cell for each head in a layer × head grid, coloured by what the model's answer is without it; heads that the
/// induction probe finds are outlined.
class AblationFigure final : public StyledFigure {
 public:
  explicit AblationFigure(std::shared_ptr<const AblationReport> story = {}, FigureStyle style = {},
                          AblationMeasure measure = AblationMeasure::LogProbability)
      : StyledFigure(std::move(style)), m_story(std::move(story)), m_measure(measure) {}

  /// Leaves the heads after number `last` of the report empty and outlines that one: a map that grows.
  void showUpTo(std::size_t last) { m_last = last; }

  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  /// Every head, layer by layer.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  AtlasLayout layout(QSizeF size) const;
  ColourScale scale() const;
  /// The number that a head's cell is coloured by.
  double valueOf(const AblationEffect& effect) const;

 private:
  void draw(QPainter& p, QSizeF size) const override;
  std::optional<QString> nothing() const override { return !isEmpty() ? std::nullopt : std::optional(QString()); }
  bool isEmpty() const { return !m_story || m_story->effects.empty(); }
  QString subtitle() const;
  std::vector<QString> notes() const;
  /// How the induction heads rank among those that hurt; empty without labels.
  QString inductionNote() const;

  std::shared_ptr<const AblationReport> m_story;
  AblationMeasure m_measure;
  std::optional<std::size_t> m_last;  ///< The head that is outlined, after which none is filled.
};

/// The map as something that can be put on paper; `made` lacks the program and the picture.
Exportable exportableAblation(std::shared_ptr<const AblationReport> story, AblationMeasure measure, Provenance made);

}  // namespace headlight
