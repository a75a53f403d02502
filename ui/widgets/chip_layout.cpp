#include "ui/widgets/chip_layout.h"

#include <algorithm>

namespace headlight {

ChipLayout layoutChips(const ChipSpec& spec) {
  ChipLayout layout;
  layout.chips.reserve(spec.widths.size());
  double x = 0, y = 0;
  for (const double wanted : spec.widths) {
    const double width = std::min(wanted, spec.width);
    if (x > 0 && x + width > spec.width) {
      x = 0;
      y += spec.height + spec.gap;
    }
    layout.chips.emplace_back(x, y, width, spec.height);
    x += width + spec.gap;
  }
  if (!layout.chips.empty()) {
    layout.height = y + spec.height;
    layout.lines = 1 + qRound(y / (spec.height + spec.gap));
  }
  return layout;
}

std::optional<std::size_t> ChipLayout::at(QPointF point) const {
  // Lines are in order, so the first chip that ends below the point's line begins the search.
  auto chip =
      std::partition_point(chips.begin(), chips.end(), [&](const QRectF& r) { return r.bottom() <= point.y(); });
  for (; chip != chips.end() && chip->top() <= point.y(); ++chip)
    if (point.x() >= chip->left() && point.x() < chip->right()) return static_cast<std::size_t>(chip - chips.begin());
  return {};
}

}  // namespace headlight
