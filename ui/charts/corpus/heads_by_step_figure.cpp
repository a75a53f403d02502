#include "ui/charts/corpus/heads_by_step_figure.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/charts/head_cells.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {

HeadsByStepFigure::HeadsByStepFigure(std::shared_ptr<const TrainingReport> report, std::string metric,
                                     FigureStyle style)
    : StyledFigure(std::move(style)),
      m_report(std::move(report)),
      m_metric(std::move(metric)),
      m_number(seriesMetric(*m_report, m_metric)) {
  if (m_number < m_report->series.metrics.size()) m_breaks = clearBreaks(*m_report, m_number);
}

HeadId HeadsByStepFigure::headAt(std::size_t head) const {
  const MeasuredModel& model = m_report->series.model;
  return headNumbered(static_cast<std::ptrdiff_t>(head), model.heads).of(model.attention);
}

QString HeadsByStepFigure::title() const {
  return Words::tr("%1 by head and step of training").arg(corpusMetricName(m_metric));
}

ColourScale HeadsByStepFigure::scale() const {
  const StatsSeries& series = m_report->series;
  double most = 0;
  if (m_number < series.metrics.size())
    for (std::size_t step = 0; step < series.steps.size(); ++step)
      for (std::size_t head = 0; head < series.heads(); ++head)
        if (const auto& mean = series.at(step, head, m_number)) most = std::max(most, mean->mean);
  return metricColours(m_metric, most);
}

HeadsByStepFigure::Placed HeadsByStepFigure::layout(QSizeF size) const {
  const StatsSeries& series = m_report->series;
  Placed out;
  const FontTextMetrics metrics(m_style);
  std::vector<QString> notes;
  if (m_number == series.metrics.size()) {
    notes = {Words::tr("Not all steps have this metric.")};
    out.frame = layoutFrame(size, title(), m_report->model, notes, m_style, metrics);
    return out;
  }
  notes = {breaksNote(*m_report, m_breaks)};
  if (std::any_of(m_breaks.begin(), m_breaks.end(), [](const auto& each) { return each.has_value(); }))
    notes.push_back(Words::tr("Line: a head’s surest change between two steps, where their intervals do not overlap."));
  out.frame = layoutFrame(size, title(), m_report->model, notes, m_style, metrics);
  CellGridSpec spec{out.frame.body};
  for (std::size_t head = 0; head < series.heads(); ++head) spec.rows.push_back(headNumbers(headAt(head)));
  for (std::size_t step = 0; step < series.steps.size(); ++step) spec.columns.push_back(stepName(*m_report, step));
  spec.scale = scale();
  static_cast<CellGridLayout&>(out) = layoutCellGrid(spec, m_style, metrics);
  if (const double bottom = std::max(out.grid.bottom(), out.legend.bottom()); bottom < out.frame.body.bottom())
    moveNotesUp(out.frame, bottom);
  return out;
}

void HeadsByStepFigure::draw(QPainter& p, QSizeF size) const {
  const Placed places = layout(size);
  const Palette& inks = m_style.inks();
  paintFrame(p, places.frame, m_style);
  if (places.grid.isEmpty()) return;
  const StatsSeries& series = m_report->series;
  const auto value = [&](Index row, Index column) {
    const auto& mean = series.at(static_cast<std::size_t>(column), static_cast<std::size_t>(row), m_number);
    return mean ? mean->mean : std::nan("");
  };
  paintGridCells(
      p, places, static_cast<Index>(series.heads()), static_cast<Index>(series.steps.size()), value,
      [&](Index row, Index column) { return natsText(value(row, column), false); }, scale(), m_style);
  p.setRenderHint(QPainter::Antialiasing, false);
  p.setPen(QPen(inks.hairline, 1));
  p.setBrush(Qt::NoBrush);
  p.drawRect(places.grid.adjusted(-0.5, -0.5, 0.5, 0.5));
  for (std::size_t head = 0; head < m_breaks.size(); ++head) {
    if (!m_breaks[head]) continue;
    const QRectF cell = places.cellRect(static_cast<Index>(head), static_cast<Index>(m_breaks[head]->after));
    p.fillRect(QRectF(cell.left() - 2, cell.top(), 3, cell.height()), inks.accent);
  }
  p.setRenderHint(QPainter::Antialiasing, true);
  const double small = m_style.smallSize();
  for (const PlacedText& label : places.rowLabels) paintText(p, label, m_style, small, inks.ink);
  for (const PlacedLabel& label : places.columnLabels) paintLabel(p, label, m_style, places.columnSize, inks.ink);
  paintColourBar(p, places.legend, m_style);
}

std::vector<FigureSpot> HeadsByStepFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  const Placed places = layout(size);
  if (places.grid.isEmpty()) return spots;
  const StatsSeries& series = m_report->series;
  for (std::size_t head = 0; head < series.heads(); ++head)
    for (std::size_t step = 0; step < series.steps.size(); ++step)
      if (series.at(step, head, m_number))
        spots.push_back({places.cellRect(static_cast<Index>(head), static_cast<Index>(step)),
                         stepWords(*m_report, step, head, m_number), -1, -1, headAt(head)});
  return spots;
}

QSizeF HeadsByStepFigure::preferredSize() const {
  const StatsSeries& series = m_report->series;
  return {std::clamp(260.0 + 48 * static_cast<double>(series.steps.size()), 520.0, 2000.0),
          std::clamp(200.0 + 16 * static_cast<double>(series.heads()), 360.0, 2400.0)};
}

QString HeadsByStepFigure::altText() const {
  if (m_number == m_report->series.metrics.size()) return title() + Words::tr(": no head has a value.");
  return Words::tr("%1: %2 heads, %3 steps. %4")
      .arg(title())
      .arg(m_report->series.heads())
      .arg(m_report->series.steps.size())
      .arg(breaksNote(*m_report, m_breaks));
}

}  // namespace headlight
