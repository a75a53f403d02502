#include "ui/figures/similarity/similarity_layout.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>
#include <numbers>

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

/// The points about the middle of their extent, turned so that they fill a box of `room` best: directions mean nothing.
std::vector<QPointF> turnedToFit(const std::vector<QPointF>& points, QSizeF room, double& unit) {
  constexpr int kSteps = 36;
  constexpr double kMuch = 1.02;  // a turn must be worth it
  std::vector<QPointF> best(points);
  unit = 0;
  for (int step = 0; step < kSteps && !points.empty(); ++step) {
    const double angle = std::numbers::pi * step / kSteps, c = std::cos(angle), s = std::sin(angle);
    std::vector<QPointF> turned;
    double left = 1e300, right = -1e300, low = 1e300, high = -1e300;
    for (const QPointF& point : points) {
      turned.emplace_back(c * point.x() - s * point.y(), s * point.x() + c * point.y());
      left = std::min(left, turned.back().x());
      right = std::max(right, turned.back().x());
      low = std::min(low, turned.back().y());
      high = std::max(high, turned.back().y());
    }
    const double fits = std::min(room.width() / std::max(right - left, kLeastExtent),
                                 room.height() / std::max(high - low, kLeastExtent));
    if (fits <= kMuch * unit) continue;
    unit = fits;
    for (QPointF& point : turned) point -= QPointF((left + right) / 2, (low + high) / 2);
    best = std::move(turned);
  }
  return best;
}

/// Moves dots that cover one another apart, within `room`, as far as some rounds bring them; whether any moved.
bool moveApart(std::vector<QPointF>& centres, double radius, const QRectF& room) {
  constexpr int kRounds = 60;
  const double apart = 2 * radius + 1;
  bool moved = false;
  for (int round = 0; round < kRounds; ++round) {
    bool again = false;
    for (std::size_t i = 0; i < centres.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        QPointF between = centres[i] - centres[j];
        if (std::abs(between.x()) >= apart || std::abs(between.y()) >= apart) continue;
        double distance = std::hypot(between.x(), between.y());
        if (distance >= apart - 1e-6) continue;
        if (distance < 1e-9) {  // The golden angle sends neighbours in different directions.
          const double angle = 2.399963 * static_cast<double>(i);
          distance = 1e-3;
          between = QPointF(std::cos(angle), std::sin(angle)) * distance;
        }
        const QPointF step = between / distance * (apart - distance) / 2;
        centres[i] += step;
        centres[j] -= step;
        again = moved = true;
      }
    for (QPointF& centre : centres)
      centre = {std::clamp(centre.x(), room.left(), room.right()), std::clamp(centre.y(), room.top(), room.bottom())};
    if (!again) break;
  }
  return moved;
}

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
  bool movedApart = false, shortened = false;
  // How many labels are left out is a note, which takes room itself; short ones are tried first.
  for (int round = 0; round < 3; ++round) {
    std::vector<QString> notes = spec.notes;
    if (movedApart) notes.push_back(Words::tr("Dots that would cover one another are moved apart."));
    if (round == 1 && unlabelled > 0) shortened = spec.shortLabels.size() == spec.labels.size();
    const std::vector<QString>& labels = shortened ? spec.shortLabels : spec.labels;
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
    out.labelSize = shortened ? style.smallestLabel() : std::max(style.smallestLabel(), small);

    // Room for the labels of dots at the edge.
    double widest = 0;
    for (const QString& label : labels) widest = std::max(widest, metrics.width(label, out.labelSize));
    const double padX = std::min(out.radius + widest / 2 + 6, out.plot.width() / 4),
                 padY = std::min(out.radius + metrics.height(out.labelSize) + 4, out.plot.height() / 4);
    const QRectF inner = out.plot.adjusted(padX, padY, -padX, -padY);
    double unit = 0;
    for (const QPointF& point : turnedToFit(spec.points, inner.size(), unit))
      out.centres.push_back(inner.center() + QPointF(point.x() * unit, -point.y() * unit));
    const double edge = std::min(out.radius + 1, std::min(out.plot.width(), out.plot.height()) / 2);
    movedApart = out.movedApart = moveApart(out.centres, out.radius, out.plot.adjusted(edge, edge, -edge, -edge));

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
      const QString& text = labels[static_cast<std::size_t>(head)];
      const double w = metrics.width(text, out.labelSize), up = kLabelAbove * out.labelSize,
                   down = kLabelBelow * out.labelSize, middle = (up - down) / 2;
      bool placed = false;
      // Beside the dot, else further away with a line to it.
      for (const double away : {0.0, 0.8, 1.8, 3.0, 4.5, 6.5}) {
        const double gap = out.radius + 3 + away * out.labelSize;
        const QPointF places[] = {
            {gap, middle},     {-gap - w, middle},          {-w / 2, -gap - down},  {-w / 2, gap + up},
            {gap * 0.8, -gap}, {gap * 0.8, gap + up * 0.7}, {-gap * 0.8 - w, -gap}, {-gap * 0.8 - w, gap + up * 0.7}};
        for (const QPointF& place : places) {
          const PlacedText candidate = placeText(text, centre + place, out.labelSize, metrics);
          const QRectF letters(candidate.origin.x() - 1, candidate.origin.y() - up, w + 2, up + down);
          if (!out.plot.contains(letters) || !occupied.isFree(letters)) continue;
          occupied.take(letters);
          QLineF leader;
          if (away > 0) {
            const QPointF end(std::clamp(centre.x(), letters.left(), letters.right()),
                              std::clamp(centre.y(), letters.top(), letters.bottom()));
            leader = QLineF(centre, end);
            leader.setP1(leader.pointAt(out.radius / std::max(leader.length(), 1e-6)));
          }
          out.labels.push_back({head, {candidate.text, candidate.origin, letters}, leader});
          placed = true;
          break;
        }
        if (placed) break;
      }
      unlabelled += placed ? 0 : 1;
    }
  }
  return out;
}

}  // namespace headlight
