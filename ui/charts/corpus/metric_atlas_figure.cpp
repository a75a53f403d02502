#include "ui/charts/corpus/metric_atlas_figure.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/charts/head_cells.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {

QString MetricAtlasFigure::title() const { return headColumnName(headColumn(m_metric)); }

std::optional<double> MetricAtlasFigure::valueOf(const MeasuredHead& head) const {
  const auto value = headColumn(m_metric).value(head.facts);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

ColourScale MetricAtlasFigure::scale() const {
  const bool share = scaleOf(metricNumber(m_metric)) == MetricScale::Share;
  ColourScale scale{ScaleKind::Linear, 0, false, share ? ScaleUnit::Share : ScaleUnit::Nats};
  for (const MeasuredHead& head : m_report->heads->heads) scale.max = std::max(scale.max, valueOf(head).value_or(0));
  scale.max = std::max(scale.max, ColourScale::kLeastMax);
  return scale;
}

AtlasLayout MetricAtlasFigure::layout(QSizeF size) const {
  AtlasSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  spec.subtitle = captionOf(*m_report->heads);
  spec.notes = m_report->notes;
  spec.scale = scale();
  spec.layers = m_report->stats->model.layers;
  spec.heads = m_report->stats->model.heads;
  spec.aspect = headCellAspect(size, spec.layers, spec.heads);
  return layoutAtlas(spec, FontTextMetrics(m_style));
}

void MetricAtlasFigure::draw(QPainter& p, QSizeF size) const {
  const AtlasLayout places = layout(size);
  std::vector<HeadCell> cells;
  for (const MeasuredHead& head : m_report->heads->heads) {
    const auto value = valueOf(head);
    HeadCell& cell = cells.emplace_back(HeadCell{head.facts.head, value.value_or(0)});
    cell.hidden = !value;
    if (head.facts.labelling.label != HeadLabel::None) cell.name = headLabelName(head.facts.labelling.label);
  }
  paintHeadCells(p, places, cells, scale(), m_style);
  paintFrame(p, places.frame, m_style);
}

std::vector<FigureSpot> MetricAtlasFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (!m_report) return spots;
  const AtlasLayout places = layout(size);
  for (const MeasuredHead& head : m_report->heads->heads)
    if (const auto value = valueOf(head))
      spots.push_back({places.mapRect(head.facts.head),
                       QStringLiteral("%1 (%2): %3")
                           .arg(headName(head.facts.head), headLabelName(head.facts.labelling.label), headNumber(value)),
                       -1, -1, head.facts.head});
  return spots;
}

QSizeF MetricAtlasFigure::preferredSize() const {
  const int layers = m_report ? m_report->stats->model.layers : 4, heads = m_report ? m_report->stats->model.heads : 8;
  return {std::clamp(160.0 + 72 * heads, 520.0, 1800.0), std::clamp(180.0 + 46 * layers, 360.0, 2400.0)};
}

QString MetricAtlasFigure::altText() const {
  if (!m_report) return Words::tr("A chart of heads without numbers.");
  const auto& heads = m_report->heads->heads;
  const auto most = std::max_element(heads.begin(), heads.end(), [this](const auto& a, const auto& b) {
    return valueOf(a).value_or(-1) < valueOf(b).value_or(-1);
  });
  return Words::tr("%1 of %2 heads by layer; the highest is %3, head %4.")
      .arg(title())
      .arg(heads.size())
      .arg(headNumber(valueOf(*most)), headName(most->facts.head));
}

}  // namespace headlight
