#include "ui/panels/panel_drop.h"

namespace headlight {

std::optional<PanelDrop> dropAt(const std::vector<QRectF>& panels, std::size_t dragged, QPointF place) {
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const QRectF& panel = panels[i];
    if (i == dragged || !panel.contains(place)) continue;
    constexpr double kMark = 4;
    PanelDrop drop{i, PanelDrop::Place::Swap, panel};
    const double across = (place.x() - panel.left()) / panel.width();
    if (across < 0.25) {
      drop.place = PanelDrop::Place::Before;
      drop.mark = QRectF(panel.left() - 2 - kMark, panel.top(), kMark, panel.height());
    } else if (across > 0.75) {
      drop.place = PanelDrop::Place::After;
      drop.mark = QRectF(panel.right() + 2, panel.top(), kMark, panel.height());
    }
    if (drop.place != PanelDrop::Place::Swap && numberAfter(drop, dragged) == dragged) return {};
    return drop;
  }
  return {};
}

std::size_t numberAfter(const PanelDrop& drop, std::size_t dragged) {
  const std::size_t gap = drop.place == PanelDrop::Place::After ? drop.target + 1 : drop.target;
  return gap > dragged ? gap - 1 : gap;
}

}  // namespace headlight
