#include "ui/figures/heatmap_layout.h"
namespace headlight {
HeatmapLayout layoutHeatmap(const HeatmapSpec& spec, const TextMetrics&) {
  HeatmapLayout l;
  l.visible = spec.visible;
  l.map = QRectF(QPointF(0, 0), spec.size);
  return l;
}
}  // namespace headlight
