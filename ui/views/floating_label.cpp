#include "ui/views/floating_label.h"

#include <algorithm>

#include "ui/figures/text_metrics.h"

namespace headlight {

void paintFloatingLabel(QPainter& painter, QPointF anchor, const QStringList& lines, const QRectF& bounds,
                        const FigureStyle& style) {
  if (lines.isEmpty()) return;
  const FontTextMetrics metrics(style);
  const double size = style.textSize, padding = 8, line = metrics.height(size) + 1;
  const double room = std::max(40.0, std::min(420.0, bounds.width() - 2 * padding - 8));
  double width = 0;
  std::vector<QString> shown;
  for (qsizetype i = 0; i < lines.size(); ++i) {
    const QFont::Weight weight = i == 0 ? QFont::DemiBold : QFont::Normal;
    shown.push_back(metrics.elided(lines[i], room, size, weight));
    width = std::max(width, metrics.width(shown.back(), size, weight));
  }
  QRectF card(0, 0, width + 2 * padding, line * static_cast<double>(shown.size()) + 2 * padding - 4);
  // Below and to the right of the pointer, or on the side where there is room.
  card.moveTopLeft(anchor + QPointF(16, 14));
  if (card.right() > bounds.right() - 4) card.moveRight(anchor.x() - 12);
  if (card.bottom() > bounds.bottom() - 4) card.moveBottom(anchor.y() - 10);
  card.moveLeft(
      std::clamp(card.left(), bounds.left() + 4, std::max(bounds.left() + 4, bounds.right() - card.width() - 4)));
  card.moveTop(
      std::clamp(card.top(), bounds.top() + 4, std::max(bounds.top() + 4, bounds.bottom() - card.height() - 4)));

  const Palette& inks = style.inks();
  painter.setRenderHint(QPainter::Antialiasing);
  if (painter.layoutDirection() == Qt::RightToLeft) painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  painter.setPen(QPen(inks.hairline, 1));
  painter.setBrush(style.dark() ? QColor(0x23, 0x27, 0x31) : inks.paper);
  painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  double y = card.top() + padding - 2 + metrics.ascent(size);
  for (std::size_t i = 0; i < shown.size(); ++i, y += line) {
    painter.setFont(style.font(size, i == 0 ? QFont::DemiBold : QFont::Normal));
    painter.setPen(i == 0 ? inks.ink : inks.muted);
    painter.drawText(QPointF(card.left() + padding, y), shown[i]);
  }
}

}  // namespace headlight
