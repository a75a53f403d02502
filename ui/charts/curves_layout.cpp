#include "ui/charts/curves_layout.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace headlight {
namespace {

constexpr double kTickGap = 6, kNameLead = 14, kChartGap = 28;

/// "1 kB" for 1000 with the unit "B": a power of a thousand and its letter.
QString scaled(double value, const QString& unit) {
  static constexpr const char* kLetters[] = {"", "k", "M", "G", "T", "P", "E"};
  int power = 0;
  while (value >= 999.5 && power < 6) value /= 1000, ++power;
  const QString number = localNumber(value, 'g', 3);
  return unit.isEmpty() ? number + QLatin1String(kLetters[power])
                        : number + QChar(0x2009) + QLatin1String(kLetters[power]) + unit;
}

/// Moves `at` apart so that neighbours are at least `pitch` from each other and all stay between `top` and `bottom`.
void spread(std::vector<double>& at, double pitch, double top, double bottom) {
  std::vector<std::size_t> order(at.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return at[a] < at[b]; });
  double least = top;
  for (const std::size_t i : order) least = (at[i] = std::max(at[i], least)) + pitch;
  double most = bottom;
  std::reverse(order.begin(), order.end());
  for (const std::size_t i : order) most = (at[i] = std::min(at[i], most)) - pitch;
}

void placeChart(const CurvesSpec& spec, const CurvesChart& from, QRectF area, const TextMetrics& metrics,
                CurvesLayout::Chart& chart) {
  const double small = spec.style.smallSize();
  // The decades that the curves are in.
  double least = 1e300, most = 0;
  for (const Curve& curve : from.curves)
    for (const double value : curve.values)
      if (value > 0) least = std::min(least, value), most = std::max(most, value);
  if (most <= 0) least = most = 1;
  chart.leastDecade = std::floor(std::log10(least));
  chart.mostDecade = std::max(chart.leastDecade + 1, std::ceil(std::log10(most)));
  chart.title = placeText(from.title, {area.left(), area.top() + metrics.ascent(spec.style.textSize)},
                          spec.style.textSize, metrics, QFont::DemiBold);
  double names = 0, ticks = 0;
  for (const Curve& curve : from.curves) names = std::max(names, metrics.width(curve.name, small));
  std::vector<QString> labels;
  for (double decade = chart.leastDecade; decade <= chart.mostDecade; ++decade)
    labels.push_back(from.tick(std::pow(10.0, decade)));
  ticks = metrics.widest(labels, small);
  chart.plot = QRectF(QPointF(area.left() + ticks + kTickGap, area.top() + metrics.height(spec.style.textSize) + 8),
                      QPointF(area.right() - names - kNameLead, area.bottom() - metrics.height(small) - kTickGap));

  const double first = std::log10(spec.x.front()), last = std::log10(spec.x.back());
  const auto x = [&](double value) {
    return chart.plot.left() + (std::log10(value) - first) / (last - first) * chart.plot.width();
  };
  const auto y = [&](double value) {
    return chart.plot.bottom() -
           (std::log10(value) - chart.leastDecade) / (chart.mostDecade - chart.leastDecade) * chart.plot.height();
  };
  const double pitch = chart.plot.height() / (chart.mostDecade - chart.leastDecade);
  const int everyY = std::max(1, static_cast<int>(std::ceil(metrics.height(small) * 1.3 / std::max(1.0, pitch))));
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    if (i % everyY != 0) continue;
    const double at = y(std::pow(10.0, chart.leastDecade + i));
    chart.yTickAt.push_back(at);
    const QString& text = labels[static_cast<std::size_t>(i)];
    chart.yTicks.push_back(placeText(
        text, {chart.plot.left() - kTickGap - metrics.width(text, small), at + small * 0.34}, small, metrics));
  }
  double taken = -1e9;
  for (double decade = std::ceil(first - 1e-9); decade <= last + 1e-9; ++decade) {
    const double at = x(std::pow(10.0, decade));
    const QString text = countTick(std::pow(10.0, decade));
    const double left = at - metrics.width(text, small) / 2;
    chart.xTickAt.push_back(at);
    if (left < taken + kTickGap) continue;
    chart.xTicks.push_back(
        placeText(text, {left, chart.plot.bottom() + kTickGap + metrics.ascent(small)}, small, metrics));
    taken = left + metrics.width(text, small);
  }
  if (spec.mark && *spec.mark >= spec.x.front() && *spec.mark <= spec.x.back()) chart.markAt = x(*spec.mark);

  std::vector<double> ends;
  for (const Curve& curve : from.curves) {
    CurvesLayout::Line line;
    for (std::size_t i = 0; i < curve.values.size() && i < spec.x.size(); ++i)
      if (curve.values[i] > 0) line.points << QPointF(x(spec.x[i]), y(curve.values[i]));
    line.end = line.points.isEmpty() ? chart.plot.bottomRight() : line.points.back();
    line.colour = curve.colour;
    line.dashed = curve.dashed;
    ends.push_back(line.end.y());
    chart.lines.push_back(std::move(line));
  }
  spread(ends, metrics.height(small), chart.plot.top(), chart.plot.bottom());
  for (std::size_t i = 0; i < chart.lines.size(); ++i)
    chart.lines[i].name =
        placeText(from.curves[i].name, {chart.plot.right() + kNameLead, ends[i] + small * 0.34}, small, metrics);
}

}  // namespace

QString countTick(double value) { return scaled(value, {}); }
QString bytesTick(double value) { return scaled(value, QStringLiteral("B")); }

CurvesLayout layoutCurves(const CurvesSpec& spec, const TextMetrics& metrics) {
  CurvesLayout out;
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, spec.style, metrics);
  if (spec.x.size() < 2 || spec.charts.empty()) return out;
  const double small = spec.style.smallSize(), line = metrics.height(small);
  QRectF body = out.frame.body;
  out.xTitle = placeText(spec.xTitle, {0, body.bottom() - metrics.descent(small)}, small, metrics);
  const auto count = static_cast<double>(spec.charts.size());
  const bool beside = body.width() >= count * 300 && body.width() > body.height();
  if (spec.mark && !spec.markText.isEmpty()) {
    out.mark = placeText(spec.markText, {body.left(), body.top() + metrics.ascent(small)}, small, metrics);
    body.setTop(body.top() + line + 4);
  }
  body.setBottom(body.bottom() - line - 2);
  for (std::size_t i = 0; i < spec.charts.size(); ++i) {
    const auto n = static_cast<double>(i);
    const double width = (body.width() - kChartGap * (count - 1)) / count, height = body.height() / count;
    const QRectF area =
        beside ? QRectF(body.left() + n * (width + kChartGap), body.top(), width, body.height())
               : QRectF(body.left(), body.top() + n * height, body.width(), height - (n + 1 < count ? 10 : 0));
    out.charts.emplace_back();
    placeChart(spec, spec.charts[i], area, metrics, out.charts.back());
  }
  const QRectF plot = out.charts.front().plot;
  const double middle = beside ? body.center().x() : plot.center().x();
  out.xTitle->origin.setX(middle - out.xTitle->box.width() / 2);
  out.xTitle->box.moveLeft(out.xTitle->origin.x());
  return out;
}

}  // namespace headlight
