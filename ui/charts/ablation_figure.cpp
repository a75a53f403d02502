#include "ui/charts/ablation_figure.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/charts/chart_export.h"
#include "ui/charts/head_cells.h"
#include "ui/charts/head_chart.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Log-probabilities are rounded by about as much, and effects far below a hundredth do not fill the scale.
constexpr double kRounding = 1e-4, kLeastScale = 0.01;

}  // namespace

QString AblationFigure::title() const {
  if (isEmpty()) return Words::tr("Ablation map");
  if (m_story->answer.isEmpty()) return Words::tr("Loss without each head");
  return m_measure == AblationMeasure::LogProbability
             ? Words::tr("Loss of “%1” without each head").arg(m_story->answer)
             : Words::tr("Shift of the prediction without each head");
}

QString AblationFigure::subtitle() const {
  QStringList parts = {m_story->model};
  if (!m_story->text.isEmpty()) parts << quotedText(m_story->text);
  if (m_story->question.attention != AttentionType::Self) parts << attentionName(m_story->question.attention);
  switch (m_story->question.by) {
    case Ablate::By::Zero:
      parts << Words::tr("zero ablation");
      break;
    case Ablate::By::Mean:
      parts << Words::tr("mean ablation over the text");
      break;
    case Ablate::By::MeanOfOther:
      parts << Words::tr("mean ablation over another text");
      break;
  }
  if (m_story->question.attention != AttentionType::Self) parts << attentionName(m_story->question.attention);
  return parts.join(QStringLiteral(" · "));
}

QString AblationFigure::inductionNote() const {
  if (m_story->labels.empty()) return {};
  const std::vector<std::size_t> order = largestDrops(*m_story);
  QStringList found;
  for (std::size_t place = 0; place < order.size(); ++place)
    if (m_story->labels[order[place]] == HeadLabel::Induction)
      found << QStringLiteral("%1 (%2)").arg(headName(m_story->effects[order[place]].head), ordinal(place + 1));
  if (found.isEmpty()) return Words::tr("The probe finds no induction head.");
  const qsizetype named = std::min<qsizetype>(8, found.size());
  QString text = Words::tr("Outlined: probed induction heads with their rank of %1 by loss: %2")
                     .arg(order.size())
                     .arg(found.mid(0, named).join(QStringLiteral(", ")));
  if (named < found.size()) text += Words::tr(" and %1 more").arg(found.size() - named);
  return text + u'.';
}

std::vector<QString> AblationFigure::notes() const {
  const QString answer =
      m_story->answer.isEmpty() ? Words::tr("the prediction") : Words::tr("“%1”").arg(m_story->answer);
  std::vector<QString> notes;
  if (m_measure == AblationMeasure::LogProbability)
    notes.push_back(Words::tr("Change in ln p of %1 (%2 with all heads). Negative: the head helps.")
                        .arg(answer, percentText(std::exp(m_story->logProbability), 1)));
  else
    notes.push_back(Words::tr("KL divergence of the predictions with and without the head."));
  notes.push_back(m_style.scale == ScaleKind::Sqrt  ? Words::tr("Colours: square-root scale.")
                  : m_style.scale == ScaleKind::Log ? Words::tr("Colours: logarithmic scale.")
                                                    : Words::tr("Colours: linear scale."));
  const auto none = [this](const AblationEffect& effect) { return std::abs(valueOf(effect)) <= kRounding; };
  if (std::all_of(m_story->effects.begin(), m_story->effects.end(), none))
    notes.push_back(Words::tr("No single head makes a difference."));
  if (const QString induction = inductionNote(); !induction.isEmpty()) notes.push_back(induction);
  return notes;
}

double AblationFigure::valueOf(const AblationEffect& effect) const {
  return m_measure == AblationMeasure::LogProbability ? effect.logProbabilityChange : effect.divergence;
}

ColourScale AblationFigure::scale() const {
  ColourScale scale{m_style.scale, 0, m_measure == AblationMeasure::LogProbability, ScaleUnit::Nats};
  if (m_story)
    for (const AblationEffect& effect : m_story->effects) scale.max = std::max(scale.max, std::abs(valueOf(effect)));
  scale.max = std::max(scale.max, kLeastScale);
  scale.rounding = kRounding;
  return scale;
}

AtlasLayout AblationFigure::layout(QSizeF size) const {
  AtlasSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  spec.scale = scale();
  if (!isEmpty()) {
    for (const AblationEffect& effect : m_story->effects) {
      spec.layers = std::max(spec.layers, effect.head.layer + 1);
      spec.heads = std::max(spec.heads, effect.head.head + 1);
    }
    spec.aspect = headCellAspect(size, spec.layers, spec.heads);
    spec.subtitle = subtitle();
    spec.notes = notes();
  }
  return layoutAtlas(spec, FontTextMetrics(m_style));
}

void AblationFigure::draw(QPainter& p, QSizeF size) const {
  const AtlasLayout layout = this->layout(size);
  std::vector<HeadCell> cells;
  for (std::size_t i = 0; i < m_story->effects.size(); ++i) {
    HeadCell& cell = cells.emplace_back(HeadCell{m_story->effects[i].head, valueOf(m_story->effects[i])});
    cell.hidden = m_last && i > *m_last;
    cell.current = m_last == i;
    if (m_story->labels.empty()) continue;
    cell.name = headLabelName(m_story->labels[i]);
    cell.outlined = m_story->labels[i] == HeadLabel::Induction;
  }
  paintHeadCells(p, layout, cells, scale(), m_style);
  paintFrame(p, layout.frame, m_style);
}

std::vector<FigureSpot> AblationFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (isEmpty()) return spots;
  const AtlasLayout places = layout(size);
  for (std::size_t i = 0; i < m_story->effects.size(); ++i) {
    const AblationEffect& effect = m_story->effects[i];
    QString name = headTitle(effect.head);
    if (!m_story->labels.empty() && m_story->labels[i] != HeadLabel::None)
      name += QStringLiteral(" (%1)").arg(headLabelName(m_story->labels[i]));
    spots.push_back(
        {places.mapRect(effect.head),
         Words::tr("%1: Δ ln p %2 nats, %3 → %4; KL %5 nats")
             .arg(name, natsText(effect.logProbabilityChange, true), percentText(std::exp(m_story->logProbability), 1),
                  percentText(std::exp(m_story->logProbability + effect.logProbabilityChange), 1),
                  numberText(effect.divergence, 3)),
         -1, -1, effect.head});
  }
  return spots;
}

QSizeF AblationFigure::preferredSize() const {
  int layers = 4, heads = 8;
  if (!isEmpty())
    for (const AblationEffect& effect : m_story->effects) {
      layers = std::max(layers, effect.head.layer + 1);
      heads = std::max(heads, effect.head.head + 1);
    }
  return {std::clamp(160.0 + 72 * heads, 520.0, 1800.0), std::clamp(180.0 + 46 * layers, 360.0, 2400.0)};
}

QString AblationFigure::altText() const {
  if (isEmpty()) return Words::tr("An ablation map without heads.");
  const std::vector<std::size_t> order = largestDrops(*m_story);
  QStringList first;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i) {
    const AblationEffect& effect = m_story->effects[order[i]];
    first << Words::tr("%1 %2 nats").arg(headName(effect.head), natsText(effect.logProbabilityChange, true));
  }
  return Words::tr("One cell per head: %1. The prediction drops most without %2. %3")
      .arg(title(), first.join(QStringLiteral(", ")), inductionNote())
      .trimmed();
}

Exportable exportableAblation(std::shared_ptr<const AblationReport> story, AblationMeasure measure, Provenance made) {
  return exportableChart(Words::tr("Ablation map"), std::move(made), "ablation",
                         [story = std::move(story), measure](const FigureStyle& style, bool withText) {
                           return std::make_unique<AblationFigure>(withText ? story : withoutText(story), style,
                                                                   measure);
                         });
}

}  // namespace headlight
