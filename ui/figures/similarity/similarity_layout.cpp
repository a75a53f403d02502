#include "ui/figures/similarity/similarity_layout.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>

namespace headlight {
namespace {

constexpr double kReach = 6;  // a pointer so near to a dot means it
constexpr double kLeastExtent = 0.01;  // distances far below are rounding: they do not fill the plane

/// Boxes of a picture by place, so that a new one is compared with its neighbours alone.
class Occupied {
 public:
  bool isFree(const QRectF& box) const {
    for (const QRectF& other : m_boxes)
      if (other.intersects(box)) return false;
    return true;
  }
  void take(const QRectF& box) { m_boxes.push_back(box); }

 private:
  std::vector<QRectF> m_boxes;
};

}  // namespace

QRectF SimilarityLayout::dot(Index head) const {
  if (head < 0 || static_cast<std::size_t>(head) >= centres.size()) return {};
  const QPointF centre = centres[static_cast<std::size_t>(head)];
  return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

QRectF SimilarityLayout::reach(Index head) const { return dot(head).adjusted(-kReach, -kReach, kReach, kReach); }

SimilarityLayout layoutSimilarity(const SimilaritySpec& spec, const TextMetrics& metrics) {
  const FigureStyle& style = spec.style;
  const double small = style.smallSize();
  SimilarityLayout out;
  std::size_t unlabelled = 0;
  // How many labels are left out is a note, which takes room itself.
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    if (unlabelled > 0)
      notes.push_back(unlabelled == 1 ? Words::tr("One head unlabelled (no room).")
                                      : Words::tr("%1 heads unlabelled (no room).").arg(unlabelled));
    out = {};
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    double right = body.right();
    if (style.hasLegend() && spec.layers > 1) {
      const double width = std::max(metrics.width(Words::tr("layer"), small),
                                    18 + metrics.width(QString::number(spec.layers - 1), small));
      right -= width + 16;
      double y = body.top() + metrics.ascent(small);
      const double x = body.right() - width;
      out.legendTitle = placeText(Words::tr("layer"), {x, y}, small, metrics);
      const double step = metrics.height(small) + 2;
      const int rows = std::max(2, static_cast<int>((body.height() - step) / step));
      const int every = (spec.layers + rows - 1) / rows;
      for (int layer = 0; layer < spec.layers; layer += every) {
        y += step;
        const double middle = y - metrics.ascent(small) * 0.36;
        out.legend.push_back(
            {layer, QRectF(x, middle - 5, 10, 10), placeText(QString::number(layer), {x + 18, y}, small, metrics)});
      }
    }
    out.plot = QRectF(QPointF(body.left(), body.top()), QPointF(std::max(body.left() + 20, right), body.bottom()));
    const double count = static_cast<double>(std::max<std::size_t>(1, spec.points.size()));
    out.radius = std::clamp(std::round(std::sqrt(out.plot.width() * out.plot.height() / count) * 0.09), 2.5, 9.0);
    out.labelSize = std::max(kSmallestLabel, small);

    // Room for the labels of dots at the edge.
    double widest = 0;
    for (const QString& label : spec.labels) widest = std::max(widest, metrics.width(label, out.labelSize));
    const double padX = std::min(out.radius + widest / 2 + 6, out.plot.width() / 4),
                 padY = std::min(out.radius + metrics.height(out.labelSize) + 4, out.plot.height() / 4);
    const QRectF inner = out.plot.adjusted(padX, padY, -padX, -padY);
    double left = 0, top = 0, wide = 0, high = 0;
    if (!spec.points.empty()) {
      const auto [minX, maxX] = std::minmax_element(spec.points.begin(), spec.points.end(),
                                                    [](QPointF a, QPointF b) { return a.x() < b.x(); });
      const auto [minY, maxY] = std::minmax_element(spec.points.begin(), spec.points.end(),
                                                    [](QPointF a, QPointF b) { return a.y() < b.y(); });
      left = (minX->x() + maxX->x()) / 2;
      top = (minY->y() + maxY->y()) / 2;
      wide = maxX->x() - minX->x();
      high = maxY->y() - minY->y();
    }
    const double unit = std::min(inner.width() / std::max(wide, kLeastExtent), inner.height() / std::max(high, kLeastExtent));
    for (const QPointF& point : spec.points)
      out.centres.push_back(inner.center() + QPointF((point.x() - left) * unit, -(point.y() - top) * unit));

    Occupied occupied;
    for (std::size_t i = 0; i < out.centres.size(); ++i) occupied.take(out.dot(static_cast<Index>(i)));
    // Heads far from the others are labelled first: they are what one asks about.
    std::vector<Index> order;
    std::vector<double> lonely(out.centres.size(), 1e300);
    for (std::size_t i = 0; i < out.centres.size(); ++i) {
      order.push_back(static_cast<Index>(i));
      for (std::size_t j = 0; j < out.centres.size(); ++j)
        if (i != j)
          lonely[i] = std::min(
              lonely[i], std::hypot(out.centres[i].x() - out.centres[j].x(), out.centres[i].y() - out.centres[j].y()));
      if (spec.chosen == static_cast<Index>(i)) lonely[i] = 1e301;
    }
    std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
      return lonely[static_cast<std::size_t>(a)] > lonely[static_cast<std::size_t>(b)];
    });
    unlabelled = 0;
    for (const Index head : order) {
      const QPointF centre = out.centres[static_cast<std::size_t>(head)];
      const QString& text = spec.labels[static_cast<std::size_t>(head)];
      const double w = metrics.width(text, out.labelSize), up = kLabelAbove * out.labelSize,
                   down = kLabelBelow * out.labelSize, gap = out.radius + 3;
      const double middle = (up - down) / 2;
      const QPointF places[] = {
          {gap, middle},     {-gap - w, middle},          {-w / 2, -gap - down},  {-w / 2, gap + up},
          {gap * 0.8, -gap}, {gap * 0.8, gap + up * 0.7}, {-gap * 0.8 - w, -gap}, {-gap * 0.8 - w, gap + up * 0.7}};
      bool placed = false;
      for (const QPointF& place : places) {
        const PlacedText candidate = placeText(text, centre + place, out.labelSize, metrics);
        const QRectF letters(candidate.origin.x() - 1, candidate.origin.y() - up, w + 2, up + down);
        if (!out.plot.contains(letters) || !occupied.isFree(letters)) continue;
        occupied.take(letters);
        out.labels.push_back({head, {candidate.text, candidate.origin, letters}});
        placed = true;
        break;
      }
      unlabelled += placed ? 0 : 1;
    }
  }
  return out;
}

}  // namespace headlight
