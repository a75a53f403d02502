#pragma once

#include <memory>
#include <optional>

#include "ui/charts/ablation_report.h"
#include "ui/export/exportable.h"
#include "ui/figures/atlas/atlas_layout.h"
#include "ui/figures/figure.h"

namespace headlight {

/// What of an ablation is painted.
enum class AblationMeasure {
  LogProbability,  ///< The change of the answer's ln p, on a scale with 0 in its middle.
  Divergence,      ///< KL of all answers, with from without the head.
};

/// "A change of ln p", with its sign: "−1.39", "+0.02", "0.00".
QString natsText(double nats, bool sign);

/// A cell for each head in a layer × head grid, coloured by what the model's answer is without it; heads that the
/// induction probe finds are outlined.
class AblationFigure final : public Figure {
 public:
  explicit AblationFigure(std::shared_ptr<const AblationReport> story = {}, FigureStyle style = {},
                          AblationMeasure measure = AblationMeasure::LogProbability)
      : m_story(std::move(story)), m_style(std::move(style)), m_measure(measure) {}

  /// Leaves the heads after number `last` of the report empty and outlines that one: a map that grows.
  void showUpTo(std::size_t last) { m_last = last; }

  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  QStringList families() const override { return fontFamilies(m_style.family); }
  /// Every head, layer by layer.
  std::vector<FigureSpot> spots(QSizeF size) const override;
  AtlasLayout layout(QSizeF size) const;
  ColourScale scale() const;
  /// The number that a head's cell is coloured by.
  double valueOf(const AblationEffect& effect) const;

 private:
  bool isEmpty() const { return !m_story || m_story->effects.empty(); }
  QString subtitle() const;
  std::vector<QString> notes() const;
  /// How the induction heads rank among those that hurt; empty without labels.
  QString inductionNote() const;

  std::shared_ptr<const AblationReport> m_story;
  FigureStyle m_style;
  AblationMeasure m_measure;
  std::optional<std::size_t> m_last;  ///< The head that is outlined, after which none is filled.
};

/// The map as something that can be put on paper; `made` lacks the program and the picture.
Exportable exportableAblation(std::shared_ptr<const AblationReport> story, AblationMeasure measure, Provenance made);

}  // namespace headlight
