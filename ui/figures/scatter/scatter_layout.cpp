#include "ui/figures/scatter/scatter_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace headlight {
namespace {

/// A picture with more names is a list.
constexpr std::size_t kMostNames = 40;

double medianOf(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The dots, those furthest from the middle of all first.
std::vector<std::size_t> byNotability(const ScatterLayout& layout) {
  std::vector<double> xs, ys;
  for (const QPointF& dot : layout.dots) {
    xs.push_back(dot.x());
    ys.push_back(dot.y());
  }
  const QPointF middle(medianOf(xs), medianOf(ys));
  const auto far = [&](std::size_t dot) {
    const QPointF from = layout.dots[dot] - middle;
    return std::max(std::abs(from.x()) / layout.plot.width(), std::abs(from.y()) / layout.plot.height());
  };
  std::vector<std::size_t> order(layout.dots.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return far(a) > far(b); });
  return order;
}

/// Names beside their dots, each where it touches nothing, or not at all.
void placeNames(ScatterLayout& layout, const ScatterSpec& spec, const TextMetrics& metrics) {
  const double size = spec.style.smallSize(), gap = layout.radius + 2;
  std::vector<QRectF> taken;
  for (const QPointF& dot : layout.dots)
    taken.emplace_back(dot - QPointF(layout.radius, layout.radius), QSizeF(2 * layout.radius, 2 * layout.radius));
  for (const std::size_t at : byNotability(layout)) {
    if (layout.names.size() == kMostNames) return;
    const QPointF dot = layout.dots[at];
    const QSizeF box(metrics.width(spec.dots[at].name, size), metrics.height(size));
    const double right = dot.x() + gap, left = dot.x() - gap - box.width(), middle = dot.x() - box.width() / 2;
    const double above = dot.y() - gap - box.height(), beside = dot.y() - box.height() / 2, below = dot.y() + gap;
    for (const QPointF corner :
         {QPointF(right, beside), QPointF(left, beside), QPointF(middle, above), QPointF(middle, below),
          QPointF(right, above), QPointF(right, below), QPointF(left, above), QPointF(left, below)}) {
      const QRectF room(corner, box);
      if (!layout.plot.contains(room)) continue;
      if (std::any_of(taken.begin(), taken.end(), [&room](const QRectF& other) { return other.intersects(room); }))
        continue;
      layout.names.push_back(
          {at, placeText(spec.dots[at].name, corner + QPointF(0, metrics.ascent(size)), size, metrics)});
      taken.push_back(room);
      break;
    }
  }
}

}  // namespace

ScatterLayout layoutScatter(const ScatterSpec& spec, const TextMetrics& metrics) {
  ScatterLayout out;
  const double small = spec.style.smallSize(), line = metrics.height(small);
  out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, spec.notes, spec.style, metrics);
  const QRectF body = out.frame.body;
  out.legend = layoutSeriesLegend(body.topLeft(), body.width(), spec.series, {}, {}, spec.style, metrics);
  std::vector<double> xs, ys;
  for (const ScatterSpec::Dot& dot : spec.dots) {
    xs.push_back(dot.x);
    ys.push_back(dot.y);
  }
  out.x = roundAxis(xs, false);
  out.y = roundAxis(ys, false);
  double widest = 0;
  for (const double tick : out.y.ticks) widest = std::max(widest, metrics.width(out.y.text(tick), small));
  // The name of the upright axis lies above it, where it is read without turning the head.
  const double top = std::max(out.legend.bottom, body.top());
  out.yTitle = placeText(metrics.elided(spec.yTitle, body.width(), small), {body.left(), top + metrics.ascent(small)},
                         small, metrics);
  out.plot = QRectF(
      QPointF(std::round(body.left() + widest + 8), std::round(top + line * 1.5)),
      QPointF(std::round(body.right() - 8), std::max(top + line * 1.5 + 20, std::round(body.bottom() - 2 * line - 8))));
  const auto place = [&out](double x, double y) {
    return QPointF(out.plot.left() + out.plot.width() * (x - out.x.least) / (out.x.most - out.x.least),
                   out.plot.bottom() - out.plot.height() * (y - out.y.least) / (out.y.most - out.y.least));
  };
  for (const double tick : out.y.ticks) {
    const QString text = out.y.text(tick);
    out.yTickAt.push_back(place(out.x.least, tick).y());
    out.yTicks.push_back(placeText(
        text, {out.plot.left() - 8 - metrics.width(text, small), out.yTickAt.back() + metrics.ascent(small) * 0.36},
        small, metrics));
  }
  for (const double tick : out.x.ticks) {
    const QString text = out.x.text(tick);
    const double width = metrics.width(text, small);
    out.xTickAt.push_back(place(tick, out.y.least).x());
    // The last one stays within the paper.
    const double left = std::min(out.xTickAt.back() - width / 2, spec.size.width() - width - 2);
    out.xTicks.push_back(placeText(text, {left, out.plot.bottom() + 5 + metrics.ascent(small)}, small, metrics));
  }
  const QString xTitle = metrics.elided(spec.xTitle, out.plot.width(), small);
  out.xTitle = placeText(xTitle,
                         {out.plot.center().x() - metrics.width(xTitle, small) / 2,
                          out.plot.bottom() + 5 + line + metrics.ascent(small)},
                         small, metrics);
  out.radius = spec.dots.size() > 400 ? 3 : spec.dots.size() > 100 ? 4 : 5;
  for (const ScatterSpec::Dot& dot : spec.dots) out.dots.push_back(place(dot.x, dot.y));
  placeNames(out, spec, metrics);
  return out;
}

}  // namespace headlight
