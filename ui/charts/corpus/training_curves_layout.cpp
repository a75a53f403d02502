#include "ui/charts/corpus/training_curves_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/charts/curves_layout.h"

namespace headlight {
namespace {

/// Steps that span more than so many times the first one lie on a logarithmic axis.
constexpr double kLogarithmicSpan = 50;
constexpr double kAxisGap = 8, kEndGap = 12;

bool spansDecades(const TrainingCurvesSpec& spec) {
  if (!spec.numbered || spec.places.size() < 3 || spec.places.front() < 0) return false;
  const auto first = std::find_if(spec.places.begin(), spec.places.end(), [](double step) { return step > 0; });
  return first != spec.places.end() && spec.places.back() / *first > kLogarithmicSpan;
}

/// The steps that get a tick, by their place on the axis from 0 to 1, and its words.
struct StepAxis {
  bool logarithmic;
  double first, last;

  double at(double step) const {
    const auto along = [this](double value) { return logarithmic ? std::log1p(value) : value; };
    return last > first ? (along(step) - along(first)) / (along(last) - along(first)) : 0.5;
  }
};

std::vector<std::pair<double, QString>> ticksOf(const TrainingCurvesSpec& spec, const StepAxis& axis) {
  std::vector<std::pair<double, QString>> ticks;
  if (!spec.numbered) {
    for (std::size_t i = 0; i < spec.steps.size(); ++i) ticks.emplace_back(axis.at(spec.places[i]), spec.steps[i]);
  } else if (axis.logarithmic) {
    if (axis.first <= 0) ticks.emplace_back(axis.at(0), countTick(0));
    for (double decade = 1; decade <= axis.last; decade *= 10)
      if (decade >= axis.first) ticks.emplace_back(axis.at(decade), countTick(decade));
  } else {
    for (const double tick : roundAxis({axis.first, axis.last}, false).ticks)
      if (tick >= axis.first && tick <= axis.last) ticks.emplace_back(axis.at(tick), countTick(tick));
  }
  return ticks;
}

/// Names at the ends of their lines, apart from each other.
void placeLineNames(TrainingCurvesLayout& out, const TrainingCurvesSpec& spec, double size,
                    const TextMetrics& metrics) {
  std::vector<std::size_t> named;
  for (std::size_t i = 0; i < spec.lines.size(); ++i)
    if (spec.lines[i].stressed && !out.lines[i].points.isEmpty()) named.push_back(i);
  std::stable_sort(named.begin(), named.end(), [&](std::size_t a, std::size_t b) {
    return out.lines[a].points.back().y() < out.lines[b].points.back().y();
  });
  const double pitch = metrics.height(size);
  std::vector<double> at;
  double least = out.plot.top() + pitch / 2;
  for (const std::size_t i : named) least = at.emplace_back(std::max(out.lines[i].points.back().y(), least)) + pitch;
  double most = out.plot.bottom();
  for (std::size_t i = at.size(); i-- > 0;) most = (at[i] = std::min(at[i], most)) - pitch;
  for (std::size_t i = 0; i < named.size(); ++i)
    out.lines[named[i]].name = placeText(
        spec.lines[named[i]].name, {out.plot.right() + kEndGap, at[i] + metrics.ascent(size) * 0.36}, size, metrics);
}

}  // namespace

TrainingCurvesLayout layoutTrainingCurves(const TrainingCurvesSpec& spec, const TextMetrics& metrics) {
  TrainingCurvesLayout out;
  const double small = spec.style.smallSize(), line = metrics.height(small);
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, spec.style, metrics);
  const QRectF body = out.frame.body;
  std::vector<double> values;
  double names = 0;
  for (const TrainingCurvesSpec::Line& each : spec.lines) {
    for (std::size_t step = 0; step < each.means.size(); ++step) {
      if (each.means[step]) values.push_back(*each.means[step]);
      if (each.stressed && each.low[step]) values.push_back(*each.low[step]);
      if (each.stressed && each.high[step]) values.push_back(*each.high[step]);
    }
    if (each.stressed) names = std::max(names, metrics.width(each.name, small));
  }
  out.y = roundAxis(values, false);
  double widest = 0;
  for (const double tick : out.y.ticks) widest = std::max(widest, metrics.width(out.y.text(tick), small));
  out.yTitle = placeText(metrics.elided(spec.yTitle, body.width(), small),
                         {body.left(), body.top() + metrics.ascent(small)}, small, metrics);
  const double top = body.top() + line * 1.5;
  out.plot = QRectF(QPointF(std::round(body.left() + widest + kAxisGap), std::round(top)),
                    QPointF(std::round(body.right() - (names > 0 ? names + kEndGap : 8)),
                            std::max(top + 20, std::round(body.bottom() - 2 * line - kAxisGap))));
  if (spec.places.empty()) return out;
  out.logarithmic = spansDecades(spec);
  const StepAxis axis{out.logarithmic, spec.places.front(), spec.places.back()};
  const auto x = [&](double place) { return out.plot.left() + out.plot.width() * place; };
  const auto y = [&](double value) {
    return out.plot.bottom() - out.plot.height() * (value - out.y.least) / (out.y.most - out.y.least);
  };
  for (const double tick : out.y.ticks) {
    const QString text = out.y.text(tick);
    out.yTickAt.push_back(y(tick));
    out.yTicks.push_back(placeText(
        text, {out.plot.left() - kAxisGap - metrics.width(text, small), y(tick) + metrics.ascent(small) * 0.36}, small,
        metrics));
  }
  const std::vector<std::pair<double, QString>> ticks = ticksOf(spec, axis);
  const double most = out.plot.width() / std::max<double>(1, std::min<double>(6, static_cast<double>(ticks.size())));
  double free = 0;
  for (const auto& [place, name] : ticks) {
    out.xTickAt.push_back(x(place));
    const QString text = spec.numbered ? name : metrics.elided(name, most, small);
    const double width = metrics.width(text, small);
    const double left = std::clamp(x(place) - width / 2, 0.0, std::max(0.0, spec.size.width() - width - 2));
    if (left < free) continue;
    out.xTicks.push_back(placeText(text, {left, out.plot.bottom() + 5 + metrics.ascent(small)}, small, metrics));
    free = left + width + small * 0.6;
  }
  const QString title = metrics.elided(spec.xTitle, out.plot.width(), small);
  out.xTitle = placeText(
      title,
      {out.plot.center().x() - metrics.width(title, small) / 2, out.plot.bottom() + 5 + line + metrics.ascent(small)},
      small, metrics);
  for (const TrainingCurvesSpec::Line& each : spec.lines) {
    TrainingCurvesLayout::Line& placed = out.lines.emplace_back();
    QPolygonF lower;
    for (std::size_t step = 0; step < each.means.size(); ++step) {
      if (!each.means[step]) continue;
      const double at = x(axis.at(spec.places[step]));
      placed.points << QPointF(at, y(*each.means[step]));
      placed.steps.push_back(step);
      if (each.stressed && each.low[step] && each.high[step]) {
        placed.band << QPointF(at, y(*each.high[step]));
        lower << QPointF(at, y(*each.low[step]));
      }
      if (each.breakAt == step) placed.breakAt = placed.points.back();
    }
    std::reverse(lower.begin(), lower.end());
    placed.band << lower;
  }
  placeLineNames(out, spec, small, metrics);
  if (spec.chosen && *spec.chosen < spec.places.size()) out.chosenAt = x(axis.at(spec.places[*spec.chosen]));
  return out;
}

}  // namespace headlight
