#include "ui/charts/corpus/head_intervals_figure.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/series_legend.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kNameGap = 10, kMostIntervals = 40;

}  // namespace

HeadIntervals differenceIntervals(const StatsPair& pair, const std::string& metric) {
  const auto all = differencesIn(pair, metric);
  HeadIntervals intervals{Words::tr("Difference in %1").arg(corpusMetricName(metric)),
                          captionOf(pair),
                          Words::tr("A − B, mean over texts with 95% interval"),
                          Words::tr("No head has this metric in at least two texts of both."),
                          notesOn(pair, all),
                          {}};
  std::vector<MetricDifference> there;
  for (const auto& each : all)
    if (each) there.push_back(*each);
  std::stable_sort(there.begin(), there.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.t) > std::abs(b.t); });
  const MeasuredModel& model = pair.one->stats->model;
  for (const MetricDifference& each : there) {
    const HeadId head = headNumbered(static_cast<std::ptrdiff_t>(each.head), model.heads).of(model.attention);
    intervals.rows.push_back({head, each.difference, each.low, each.high, differenceWords(each, head)});
  }
  return intervals;
}

HeadIntervalsLayout HeadIntervalsFigure::layout(QSizeF size) const {
  HeadIntervalsLayout out;
  const FontTextMetrics fonts(m_style);
  const TextMetrics& metrics = fonts;
  const double small = m_style.smallSize(), line = metrics.height(small), pitch = line + 4;
  out.frame = layoutFrame(size, m_intervals.title, m_intervals.subtitle, m_intervals.notes, m_style, metrics);
  const QRectF body = out.frame.body;
  const double bottom = body.bottom() - 2 * line - 10;
  const auto room = static_cast<std::size_t>(std::max(1.0, (bottom - body.top()) / pitch));
  const std::size_t shown =
      m_intervals.rows.size() <= room ? m_intervals.rows.size() : std::max<std::size_t>(1, room - 1);
  std::vector<QString> names, values, intervals;
  std::vector<double> ends;
  for (std::size_t i = 0; i < std::min(shown, m_intervals.rows.size()); ++i) {
    names.push_back(headName(m_intervals.rows[i].head));
    const HeadIntervals::Row& row = m_intervals.rows[i];
    const auto number = [&](double value) { return signedNumberText(value, m_intervals.digits); };
    values.push_back(number(row.middle));
    intervals.push_back(Words::tr("%1 (%2 to %3)", "a number and its interval")
                            .arg(number(row.middle), number(row.low), number(row.high)));
    ends.push_back(row.low);
    ends.push_back(row.high);
  }
  // Where there is room, both ends are read too.
  constexpr double kMostOfWidth = 0.4;
  if (metrics.widest(intervals, small) < kMostOfWidth * body.width()) values = intervals;
  out.axis = roundAxis(ends);
  const double left = body.left() + metrics.widest(names, small) + kNameGap,
               right = body.right() - metrics.widest(values, small) - kNameGap;
  out.plot = QRectF(QPointF(left, body.top()), QPointF(right, body.top() + pitch * static_cast<double>(names.size())));
  const auto x = [&](double value) {
    return out.plot.left() + out.plot.width() * (value - out.axis.least) / (out.axis.most - out.axis.least);
  };
  out.zero = x(0);
  double free = 0;
  for (const double tick : out.axis.ticks) {
    const QString text = numberText(tick, out.axis.digits);
    out.tickAt.push_back(x(tick));
    const double from =
        std::clamp(x(tick) - metrics.width(text, small) / 2, 0.0, size.width() - metrics.width(text, small));
    if (from < free) continue;
    out.ticks.push_back(placeText(text, {from, out.plot.bottom() + 5 + metrics.ascent(small)}, small, metrics));
    free = out.ticks.back().box.right() + small * 0.5;
  }
  const QString axis = metrics.elided(m_intervals.axis, body.width(), small);
  out.axisTitle = placeText(axis,
                            {std::clamp(out.plot.center().x() - metrics.width(axis, small) / 2, body.left(),
                                        body.right() - metrics.width(axis, small)),
                             out.plot.bottom() + 5 + line + metrics.ascent(small)},
                            small, metrics);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const HeadIntervals::Row& each = m_intervals.rows[i];
    HeadIntervalsLayout::Row row;
    row.number = i;
    row.whole = QRectF(body.left(), body.top() + pitch * static_cast<double>(i), body.width(), pitch);
    row.y = row.whole.center().y();
    const double baseline = row.y + metrics.ascent(small) * 0.36;
    row.name = placeText(names[i], {body.left(), baseline}, small, metrics);
    row.value = placeText(values[i], {body.right() - metrics.width(values[i], small), baseline}, small, metrics);
    row.low = x(each.low);
    row.middle = x(each.middle);
    row.high = x(each.high);
    out.rows.push_back(std::move(row));
  }
  double last = out.axisTitle.box.bottom();
  if (names.size() < m_intervals.rows.size()) {
    out.more = placeText(Words::tr("and %1 more").arg(m_intervals.rows.size() - names.size()),
                         {body.left(), out.axisTitle.origin.y()}, small, metrics);
    if (out.more->box.right() > out.axisTitle.box.left()) {
      out.more = placeText(out.more->text, {body.left(), last + metrics.ascent(small)}, small, metrics);
      last = out.more->box.bottom();
    }
  }
  moveNotesUp(out.frame, last);
  return out;
}

void HeadIntervalsFigure::draw(QPainter& p, QSizeF size) const {
  const HeadIntervalsLayout places = layout(size);
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  paintFrame(p, places.frame, m_style);
  if (m_intervals.rows.empty()) {
    const FontTextMetrics metrics(m_style);
    paintText(
        p,
        placeText(m_intervals.nothing, places.frame.body.topLeft() + QPointF(0, metrics.ascent(small)), small, metrics),
        m_style, small, inks.muted);
    return;
  }
  p.setRenderHint(QPainter::Antialiasing, true);
  p.setPen(QPen(inks.hairline, 0.75));
  for (const double at : places.tickAt)
    p.drawLine(QPointF(at, places.plot.top()), QPointF(at, places.plot.bottom() + 3));
  p.setPen(QPen(inks.muted, 1.25));
  p.drawLine(QPointF(places.zero, places.plot.top()), QPointF(places.zero, places.plot.bottom() + 3));
  for (const HeadIntervalsLayout::Row& row : places.rows) {
    const bool sure = m_intervals.rows[row.number].isSure();
    const QColor colour = sure ? seriesColour(0, m_style.dark()) : inks.muted;
    p.setPen(QPen(colour, sure ? 2 : 1.25, Qt::SolidLine, Qt::FlatCap));
    p.drawLine(QPointF(row.low, row.y), QPointF(row.high, row.y));
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawEllipse(QPointF(row.middle, row.y), 3.5, 3.5);
    paintText(p, row.name, m_style, small, inks.ink);
    paintText(p, row.value, m_style, small, sure ? inks.ink : inks.muted);
  }
  for (const PlacedText& tick : places.ticks) paintText(p, tick, m_style, small, inks.muted);
  paintText(p, places.axisTitle, m_style, small, inks.muted);
  if (places.more) paintText(p, *places.more, m_style, small, inks.muted);
}

std::vector<FigureSpot> HeadIntervalsFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (m_intervals.rows.empty()) return spots;
  for (const HeadIntervalsLayout::Row& row : layout(size).rows)
    spots.push_back({row.whole, m_intervals.rows[row.number].says, -1, -1, m_intervals.rows[row.number].head});
  return spots;
}

QSizeF HeadIntervalsFigure::preferredSize() const {
  const double rows = std::min(static_cast<double>(m_intervals.rows.size()), kMostIntervals);
  return {720, 180 + 20 * rows};
}

QString HeadIntervalsFigure::altText() const {
  if (m_intervals.rows.empty()) return m_intervals.title + Words::tr(": no head has a value.");
  return Words::tr("%1. %2. At the top: %3.")
      .arg(m_intervals.title, m_intervals.subtitle, m_intervals.rows.front().says);
}

}  // namespace headlight
