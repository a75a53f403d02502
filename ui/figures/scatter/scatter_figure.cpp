#include "ui/figures/scatter/scatter_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {

ScatterAxis scatterAxis(const HeadsReport* report, std::string_view column) {
  const HeadColumn& of = headColumn(column);
  ScatterAxis axis{headColumnName(of), {}};
  if (report)
    for (const MeasuredHead& head : report->heads) axis.values.push_back(of.value(head.facts));
  return axis;
}

bool ScatterFigure::shows(HeadId head) const {
  return m_shown.empty() || std::find(m_shown.begin(), m_shown.end(), head) != m_shown.end();
}

QString ScatterFigure::title() const {
  return Words::tr("%1 against %2").arg(m_y.name, m_x.name);
}

ScatterSpec ScatterFigure::spec(QSizeF size) const {
  ScatterSpec spec;
  spec.size = size;
  spec.style = m_style;
  if (!m_report) return spec;
  if (m_style.title) spec.title = title();
  if (m_style.caption) {
    spec.subtitle = captionOf(*m_report);
    spec.notes = m_notes;
  }
  spec.xTitle = m_x.name;
  spec.yTitle = m_y.name;
  // Of the whole text: a label keeps its colour whatever is filtered.
  const std::vector<HeadLabel> labels = labelsIn(*m_report);
  for (const HeadLabel label : labels) spec.series.push_back(headLabelName(label));
  int without = 0;
  const auto numberOf = [](const ScatterAxis& axis, std::size_t head) {
    const auto value = head < axis.values.size() ? axis.values[head] : std::nullopt;
    return value && std::isfinite(*value) ? value : std::nullopt;
  };
  for (std::size_t head = 0; head < m_report->heads.size(); ++head) {
    const HeadFacts& facts = m_report->heads[head].facts;
    if (!shows(facts.head)) continue;
    const auto x = numberOf(m_x, head), y = numberOf(m_y, head);
    if (!x || !y) {
      ++without;
      continue;
    }
    const auto series = std::find(labels.begin(), labels.end(), facts.labelling.label) - labels.begin();
    spec.dots.push_back({facts.head, *x, *y, static_cast<int>(series), headNumbers(facts.head)});
  }
  if (without > 0) spec.notes.push_back(Words::tr("%1 heads have no value.").arg(without));
  return spec;
}

ScatterLayout ScatterFigure::layout(QSizeF size) const {
  ScatterSpec spec = this->spec(size);
  const FontTextMetrics metrics(m_style);
  ScatterLayout layout = layoutScatter(spec, metrics);
  if (layout.names.size() == spec.dots.size()) return layout;
  // The note takes room, so that names can get fewer and never more.
  spec.notes.push_back(Words::tr("Named: heads that lie furthest from the others."));
  return layoutScatter(spec, metrics);
}

void ScatterFigure::paint(QCPPainter& painter, const QRectF& area) const {
  paintPaper(painter, area, m_style);
  if (!m_report) return;
  painter.save();
  painter.translate(area.topLeft());
  QPainter& p = painter;
  const ScatterSpec spec = this->spec(area.size());
  const ScatterLayout layout = this->layout(area.size());
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  p.setRenderHint(QPainter::Antialiasing, true);
  p.setPen(QPen(inks.hairline, 0.75));
  for (const double y : layout.yTickAt) p.drawLine(QPointF(layout.plot.left(), y), QPointF(layout.plot.right(), y));
  for (const double x : layout.xTickAt) p.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom() + 3));
  for (std::size_t i = 0; i < layout.dots.size(); ++i) {
    // A rim of paper keeps dots apart that lie over one another.
    p.setPen(QPen(inks.paper, 0.75));
    p.setBrush(seriesColour(spec.dots[i].series, m_style.dark()));
    p.drawEllipse(layout.dots[i], layout.radius, layout.radius);
  }
  for (const auto* ticks : {&layout.xTicks, &layout.yTicks})
    for (const PlacedText& tick : *ticks) paintText(p, tick, m_style, small, inks.muted);
  paintText(p, layout.xTitle, m_style, small, inks.ink);
  paintText(p, layout.yTitle, m_style, small, inks.ink);
  for (const ScatterLayout::Name& name : layout.names) paintText(p, name.text, m_style, small, inks.ink);
  paintSeriesLegend(p, layout.legend, {}, {}, 8, m_style);
  paintFrame(p, layout.frame, m_style);
  painter.restore();
}

std::vector<FigureSpot> ScatterFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (!m_report) return spots;
  const ScatterSpec spec = this->spec(size);
  const ScatterLayout places = layout(size);
  const double reach = places.radius + 3;
  for (std::size_t i = 0; i < places.dots.size(); ++i) {
    const ScatterSpec::Dot& dot = spec.dots[i];
    spots.push_back({QRectF(places.dots[i] - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)),
                     Words::tr("%1 (%2): %3 %4, %5 %6")
                         .arg(headName(dot.head), spec.series[static_cast<std::size_t>(dot.series)],
                              m_x.name, headNumber(dot.x), m_y.name, headNumber(dot.y)),
                     -1, -1, dot.head});
  }
  return spots;
}

QString ScatterFigure::altText() const {
  if (!m_report) return Words::tr("A chart of heads without numbers.");
  const ScatterSpec spec = this->spec(preferredSize());
  if (spec.dots.empty()) return title() + Words::tr(": no head has a value.");
  const auto most = [&spec](double ScatterSpec::Dot::* number) {
    return *std::max_element(spec.dots.begin(), spec.dots.end(),
                             [number](const auto& a, const auto& b) { return a.*number < b.*number; });
  };
  const ScatterSpec::Dot right = most(&ScatterSpec::Dot::x), top = most(&ScatterSpec::Dot::y);
  return Words::tr("%1 of %2 heads. Highest %3: %4, head %5. Highest %6: %7, head %8.")
      .arg(title())
      .arg(spec.dots.size())
      .arg(m_x.name, headNumber(right.x), headName(right.head), m_y.name, headNumber(top.y),
           headName(top.head));
}

}  // namespace headlight
