#include "ui/views/next_that_way.h"

#include <cmath>
#include <limits>

namespace headlight {

std::optional<std::size_t> nextThatWay(const std::vector<QPointF>& centres, std::size_t from, int right, int down) {
  std::optional<std::size_t> best;
  double least = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < centres.size(); ++i) {
    const QPointF way = centres[i] - centres[from];
    const double along = way.x() * right + way.y() * down, aside = std::abs(way.x() * down) + std::abs(way.y() * right);
    if (along <= 0.5 || along < aside * 0.6) continue;
    const double cost = along + 2 * aside;
    if (cost >= least) continue;
    least = cost;
    best = i;
  }
  return best;
}

}  // namespace headlight
