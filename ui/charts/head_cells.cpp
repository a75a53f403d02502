#include "ui/charts/head_cells.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/painting.h"

namespace headlight {

double headCellAspect(QSizeF size, int layers, int heads) {
  const double width = size.width() * 0.88 / std::max(1, heads), height = size.height() * 0.7 / std::max(1, layers);
  return std::clamp(width / std::max(1.0, height), 0.9, 2.2);
}

QString natsText(double nats, bool sign) {
  const int digits = std::abs(nats) < 0.1 ? 3 : 2;
  return sign ? signedNumberText(nats, digits) : numberText(nats, digits);
}

void paintHeadCells(QPainter& p, const AtlasLayout& layout, const std::vector<HeadCell>& cells,
                    const ColourScale& scale, const FigureStyle& style) {
  const Palette& inks = style.inks();
  const ColourMap map = style.map(scale.diverging);
  const FontTextMetrics metrics(style);
  const double small = std::min(style.smallSize(), std::floor(layout.map.height() * 0.45));
  bool fits = small >= kSmallestLabel;
  for (const HeadCell& each : cells)
    fits = fits && metrics.width(natsText(each.value, scale.diverging), small, QFont::Normal) + 6 <= layout.map.width();
  for (const HeadCell& each : cells) {
    const QRectF cell = layout.mapRect(each.head);
    const QColor colour = map.colour(scale.position(each.value));
    p.setRenderHint(QPainter::Antialiasing, false);
    if (!each.hidden) p.fillRect(cell, colour);
    // The middle of the scale is the paper: an edge shows that there is a head.
    const bool outlined = each.outlined && !each.hidden;
    p.setPen(QPen(each.current ? inks.accent
                  : outlined   ? inks.ink
                               : inks.hairline,
                  each.current ? 4
                  : outlined   ? 2
                               : 1));
    p.setBrush(Qt::NoBrush);
    const double in = each.current ? 2 : outlined ? 1 : 0.5;
    p.drawRect(cell.adjusted(in, in, -in, -in));
    if (!fits || each.hidden) continue;
    const bool named = !each.name.isEmpty() && cell.height() > 3.4 * metrics.height(small) &&
                       metrics.width(each.name, small, QFont::Normal) + 6 <= cell.width();
    const double up = named ? metrics.height(small) * 0.5 : 0;
    const auto write = [&](const QString& text, double y, double opacity) {
      QColor ink = inkOn(colour);
      ink.setAlphaF(static_cast<float>(opacity));
      const QPointF origin(cell.center().x() - metrics.width(text, small, QFont::Normal) / 2,
                           y + metrics.ascent(small) * 0.36);
      paintText(p, placeText(text, origin, small, metrics), style, small, ink);
    };
    write(natsText(each.value, scale.diverging), cell.center().y() - up, 1);
    if (named) write(each.name, cell.center().y() + up, 0.9);
  }
  for (const auto* labels : {&layout.rowLabels, &layout.columnLabels})
    for (const PlacedText& label : *labels) paintText(p, label, style, layout.labelSize, inks.muted);
  paintColourBar(p, layout.legend, style);
}

}  // namespace headlight
