#include "ui/figures/figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headlight {

std::optional<std::size_t> spotAt(const std::vector<FigureSpot>& spots, QPointF point) {
  std::optional<std::size_t> best;
  double least = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const QRectF& rect = spots[i].rect;
    if (!(spots[i].reach.isNull() ? rect : spots[i].reach).contains(point)) continue;
    const double outside = std::max({rect.left() - point.x(), point.x() - rect.right(), 0.0}) +
                           std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.0});
    const double cost = 1e6 * outside + (rect.center() - point).manhattanLength();
    if (cost >= least) continue;
    least = cost;
    best = i;
  }
  return best;
}

std::optional<std::size_t> nextThatWay(const std::vector<FigureSpot>& spots, std::size_t from, int right, int down) {
  std::optional<std::size_t> best;
  double least = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const QPointF way = spots[i].rect.center() - spots[from].rect.center();
    const double along = way.x() * right + way.y() * down, aside = std::abs(way.x() * down) + std::abs(way.y() * right);
    if (along <= 0.01 || along < aside * 0.6) continue;
    const double cost = along + 2 * aside;
    if (cost >= least) continue;
    least = cost;
    best = i;
  }
  return best;
}

void complete(Figure& figure, QSizeF size, const Progress& progress) {
  const Progress numbers = progress.slice(0, 0.8);
  for (double there = figure.ready(size); there < 1; there = figure.ready(size)) {
    numbers(there);
    figure.prepare(size, numbers.slice(there, 1));
  }
  if (!figure.hasWords()) figure.prepareWords(progress.slice(0.8, 1));
  progress(1);
}

bool isComplete(const Figure& figure, QSizeF size) { return figure.ready(size) >= 1 && figure.hasWords(); }

}  // namespace headlight
