#include "ui/charts/corpus/training_curves_figure.h"

#include <QPainter>
#include <algorithm>

#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/series_legend.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr std::size_t kMostStressed = 5;

}  // namespace

TrainingCurvesFigure::TrainingCurvesFigure(std::shared_ptr<const TrainingReport> report, std::string metric,
                                           std::optional<std::size_t> head, std::optional<std::size_t> chosen,
                                           FigureStyle style)
    : StyledFigure(std::move(style)),
      m_report(std::move(report)),
      m_metric(std::move(metric)),
      m_number(seriesMetric(*m_report, m_metric)),
      m_chosen(chosen) {
  const StatsSeries& series = m_report->series;
  if (m_number == series.metrics.size()) return;
  m_breaks = clearBreaks(*m_report, m_number);
  std::vector<std::size_t> order = headsByChange(*m_report, m_number);
  order.resize(std::min(order.size(), kMostStressed));
  if (head && *head < series.heads()) {
    std::erase(order, *head);
    order.insert(order.begin(), *head);
  }
  m_stressed = std::move(order);
}

HeadId TrainingCurvesFigure::headAt(std::size_t head) const {
  const MeasuredModel& model = m_report->series.model;
  return headNumbered(static_cast<std::ptrdiff_t>(head), model.heads).of(model.attention);
}

QString TrainingCurvesFigure::title() const { return Words::tr("%1 over training").arg(corpusMetricName(m_metric)); }

TrainingCurvesLayout TrainingCurvesFigure::layout(QSizeF size) const {
  const StatsSeries& series = m_report->series;
  TrainingCurvesSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  spec.subtitle = m_report->model;
  spec.yTitle = corpusMetricName(m_metric);
  spec.numbered = series.numbered();
  spec.chosen = m_chosen;
  for (std::size_t step = 0; step < series.steps.size(); ++step) {
    spec.places.push_back(series.placeOf(step));
    spec.steps.push_back(stepName(*m_report, step));
  }
  if (m_number == series.metrics.size()) {
    spec.notes = {Words::tr("Not all steps have this metric.")};
    return layoutTrainingCurves(spec, FontTextMetrics(m_style));
  }
  for (std::size_t head = 0; head < series.heads(); ++head) {
    TrainingCurvesSpec::Line& line = spec.lines.emplace_back();
    line.name = headName(headAt(head));
    line.stressed = std::find(m_stressed.begin(), m_stressed.end(), head) != m_stressed.end();
    if (line.stressed && m_breaks[head]) line.breakAt = m_breaks[head]->after;
    for (std::size_t step = 0; step < series.steps.size(); ++step) {
      const auto& mean = series.at(step, head, m_number);
      line.means.push_back(mean ? std::optional(mean->mean) : std::nullopt);
      line.low.push_back(mean ? std::optional(mean->low) : std::nullopt);
      line.high.push_back(mean ? std::optional(mean->high) : std::nullopt);
    }
  }
  spec.notes = {breaksNote(*m_report, m_breaks)};
  if (m_stressed.size() < series.heads())
    spec.notes.push_back(Words::tr("Coloured: the heads that change most, with 95% intervals over texts."));
  if (std::any_of(spec.lines.begin(), spec.lines.end(), [](const auto& line) { return line.breakAt.has_value(); }))
    spec.notes.push_back(Words::tr("Ring: the surest change between two steps, where their intervals do not overlap."));
  spec.xTitle = Words::tr("step of training");
  TrainingCurvesLayout placed = layoutTrainingCurves(spec, FontTextMetrics(m_style));
  if (!placed.logarithmic) return placed;
  spec.xTitle = Words::tr("step of training, on the scale of log(1 + step)");
  return layoutTrainingCurves(spec, FontTextMetrics(m_style));
}

void TrainingCurvesFigure::draw(QPainter& p, QSizeF size) const {
  const TrainingCurvesLayout places = layout(size);
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  p.setRenderHint(QPainter::Antialiasing, true);
  p.setPen(QPen(inks.hairline, 0.75));
  for (const double y : places.yTickAt) p.drawLine(QPointF(places.plot.left(), y), QPointF(places.plot.right(), y));
  for (const double x : places.xTickAt)
    p.drawLine(QPointF(x, places.plot.bottom()), QPointF(x, places.plot.bottom() + 4));
  if (places.chosenAt) {
    p.setPen(QPen(inks.accent, 1.25));
    p.drawLine(QPointF(*places.chosenAt, places.plot.top()), QPointF(*places.chosenAt, places.plot.bottom()));
  }
  const auto stressed = [this](std::size_t head) {
    return std::find(m_stressed.begin(), m_stressed.end(), head) != m_stressed.end();
  };
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(inks.neutral, 1, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  for (std::size_t head = 0; head < places.lines.size(); ++head)
    if (!stressed(head)) p.drawPolyline(places.lines[head].points);
  // The first stays on top.
  for (std::size_t i = m_stressed.size(); i-- > 0;) {
    if (m_stressed[i] >= places.lines.size()) continue;
    const TrainingCurvesLayout::Line& line = places.lines[m_stressed[i]];
    const QColor colour = seriesColour(static_cast<int>(i), m_style.dark());
    QColor band = colour;
    band.setAlphaF(0.18F);
    p.setPen(Qt::NoPen);
    p.setBrush(band);
    p.drawPolygon(line.band);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(colour, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    p.drawPolyline(line.points);
    if (line.points.size() == 1) p.drawEllipse(line.points.front(), 2, 2);
    if (line.breakAt) {
      p.setBrush(inks.paper);
      p.drawEllipse(*line.breakAt, 4, 4);
      p.setBrush(Qt::NoBrush);
    }
    if (!line.name) continue;
    p.setPen(QPen(colour, 0.75));
    p.drawLine(line.points.back() + QPointF(2, 0), QPointF(line.name->origin.x() - 3, line.name->box.center().y()));
    paintText(p, *line.name, m_style, small, inks.ink);
  }
  for (const auto* ticks : {&places.xTicks, &places.yTicks})
    for (const PlacedText& tick : *ticks) paintText(p, tick, m_style, small, inks.muted);
  paintText(p, places.xTitle, m_style, small, inks.muted);
  paintText(p, places.yTitle, m_style, small, inks.muted);
  paintFrame(p, places.frame, m_style);
}

std::vector<FigureSpot> TrainingCurvesFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  const TrainingCurvesLayout places = layout(size);
  constexpr double kReachOfPoint = 6;
  for (std::size_t head = 0; head < places.lines.size(); ++head)
    for (qsizetype i = 0; i < places.lines[head].points.size(); ++i)
      spots.push_back({QRectF(places.lines[head].points[i] - QPointF(kReachOfPoint, kReachOfPoint),
                              QSizeF(2 * kReachOfPoint, 2 * kReachOfPoint)),
                       stepWords(*m_report, places.lines[head].steps[static_cast<std::size_t>(i)], head, m_number), -1,
                       -1, headAt(head)});
  return spots;
}

QString TrainingCurvesFigure::altText() const {
  if (m_number == m_report->series.metrics.size()) return title() + Words::tr(": no head has a value.");
  QString text = Words::tr("%1 of %2 heads at %3 steps. %4")
                     .arg(title())
                     .arg(m_report->series.heads())
                     .arg(m_report->series.steps.size())
                     .arg(breaksNote(*m_report, m_breaks));
  return text;
}

}  // namespace headlight
