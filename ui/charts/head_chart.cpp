#include "ui/charts/head_chart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/round_axis.h"
#include "ui/words.h"

namespace headlight {
HeadChartLayout layoutHeadChart(const HeadChartSpec& spec, const TextMetrics& metrics) {
  HeadChartLayout out;
  const double small = spec.style.smallSize(), line = metrics.height(small);
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, spec.style, metrics);
  const QRectF body = out.frame.body;
  out.legend = layoutSeriesLegend(body.topLeft(), body.width(), spec.series, {}, {}, spec.style, metrics);
  std::vector<double> values;
  for (const HeadChartSpec::Dot& dot : spec.dots) values.push_back(dot.value);
  const RoundAxis axis = roundAxis(values);
  out.least = axis.least;
  out.most = axis.most;
  double widest = 0;
  for (const double tick : axis.ticks) widest = std::max(widest, metrics.width(axis.text(tick), small));
  const double top = std::max(out.legend.bottom, body.top()) + line * 0.6;
  out.plot = QRectF(QPointF(std::round(body.left() + widest + 8), std::round(top)),
                    QPointF(body.right(), std::max(top + 20, std::round(body.bottom() - 2 * line - 6))));
  const auto y = [&](double value) {
    return out.plot.bottom() - out.plot.height() * (value - out.least) / (out.most - out.least);
  };
  for (const double tick : axis.ticks) {
    const QString text = axis.text(tick);
    out.yTickAt.push_back(y(tick));
    out.yTicks.push_back(
        placeText(text, {out.plot.left() - 8 - metrics.width(text, small), y(tick) + metrics.ascent(small) * 0.36},
                  small, metrics));
  }
  const double pitch = out.plot.width() / std::max(1, spec.layers);
  const double room = metrics.width(QString::number(std::max(0, spec.layers - 1)), small) + 6;
  const int stride = std::max(1, static_cast<int>(std::ceil(room / pitch)));
  for (int layer = 0; layer < spec.layers; layer += stride) {
    const double x = out.plot.left() + pitch * (layer + 0.5);
    const QString text = QString::number(layer);
    out.xTickAt.push_back(x);
    out.xTicks.push_back(placeText(
        text, {x - metrics.width(text, small) / 2, out.plot.bottom() + 4 + metrics.ascent(small)}, small, metrics));
  }
  const QString title = Words::tr("layer");
  out.xTitle = placeText(
      title,
      {out.plot.center().x() - metrics.width(title, small) / 2, out.plot.bottom() + 4 + line + metrics.ascent(small)},
      small, metrics);
  out.radius = std::clamp(pitch / (2.6 * std::max(1, spec.heads)), 2.5, 5.0);
  for (const HeadChartSpec::Dot& dot : spec.dots) {
    // The heads of a layer stand beside each other in its column.
    const double aside = ((dot.head.head + 0.5) / std::max(1, spec.heads) - 0.5) * 0.76;
    out.dots.emplace_back(out.plot.left() + pitch * (dot.head.layer + 0.5 + aside), y(dot.value));
  }
  return out;
}

bool HeadChartFigure::shows(HeadId head) const {
  return m_shown.empty() || std::find(m_shown.begin(), m_shown.end(), head) != m_shown.end();
}

QString HeadChartFigure::title() const { return headColumnName(headColumn(m_column)); }

HeadChartSpec HeadChartFigure::spec(QSizeF size) const {
  HeadChartSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  if (!m_story) return spec;
  spec.subtitle = captionOf(*m_story);
  // Of the whole text: a label keeps its colour whatever is filtered.
  const std::vector<HeadLabel> all = labelsIn(*m_story);
  for (const HeadLabel label : all) spec.series.push_back(headLabelName(label));
  int without = 0;
  for (const MeasuredHead& head : m_story->heads) {
    const HeadFacts& facts = head.facts;
    spec.layers = std::max(spec.layers, facts.head.layer + 1);
    spec.heads = std::max(spec.heads, facts.head.head + 1);
    if (!shows(facts.head)) continue;
    const auto value = headColumn(m_column).value(facts);
    if (!value || !std::isfinite(*value)) {
      ++without;
      continue;
    }
    const auto series = std::find(all.begin(), all.end(), facts.labelling.label) - all.begin();
    spec.dots.push_back({facts.head, *value, static_cast<int>(series)});
  }
  if (without > 0) spec.notes.push_back(Words::tr("%1 heads have no value.").arg(without));
  return spec;
}

void HeadChartFigure::draw(QPainter& p, QSizeF size) const {
  const HeadChartSpec spec = this->spec(size);
  const HeadChartLayout layout = layoutHeadChart(spec, FontTextMetrics(m_style));
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  p.setRenderHint(QPainter::Antialiasing, true);
  p.setPen(QPen(inks.hairline, 0.75));
  for (const double y : layout.yTickAt) p.drawLine(QPointF(layout.plot.left(), y), QPointF(layout.plot.right(), y));
  for (const double x : layout.xTickAt)
    p.drawLine(QPointF(x, layout.plot.bottom()), QPointF(x, layout.plot.bottom() + 3));
  p.setPen(Qt::NoPen);
  for (std::size_t i = 0; i < layout.dots.size(); ++i) {
    p.setBrush(seriesColour(spec.dots[i].series, m_style.dark()));
    p.drawEllipse(layout.dots[i], layout.radius, layout.radius);
  }
  for (const auto* ticks : {&layout.xTicks, &layout.yTicks})
    for (const PlacedText& tick : *ticks) paintText(p, tick, m_style, small, inks.muted);
  if (layout.xTitle) paintText(p, *layout.xTitle, m_style, small, inks.muted);
  paintSeriesLegend(p, layout.legend, {}, {}, 8, m_style);
  paintFrame(p, layout.frame, m_style);
}

std::vector<FigureSpot> HeadChartFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  const HeadChartSpec spec = this->spec(size);
  const HeadChartLayout places = layoutHeadChart(spec, FontTextMetrics(m_style));
  const double reach = places.radius + 2;
  for (std::size_t i = 0; i < places.dots.size(); ++i) {
    const HeadChartSpec::Dot& dot = spec.dots[i];
    spots.push_back(
        {QRectF(places.dots[i] - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)),
         QStringLiteral("%1 (%2): %3")
             .arg(headName(dot.head), spec.series[static_cast<std::size_t>(dot.series)], headNumber(dot.value)),
         -1, -1, dot.head});
  }
  return spots;
}

QString HeadChartFigure::altText() const {
  if (!m_story) return Words::tr("A chart of heads without numbers.");
  const HeadChartSpec spec = this->spec(preferredSize());
  if (spec.dots.empty()) return title() + Words::tr(": no head has a value.");
  const auto most = std::max_element(spec.dots.begin(), spec.dots.end(),
                                     [](const auto& a, const auto& b) { return a.value < b.value; });
  return Words::tr("%1 of %2 heads by layer; the highest is %3, head %4.")
      .arg(title())
      .arg(spec.dots.size())
      .arg(headNumber(most->value), headName(most->head));
}

}  // namespace headlight
