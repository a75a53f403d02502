#include "ui/figures/coloured_text/token_tint.h"

#include "ui/figures/painting.h"

namespace headlight {

QColor paintTint(QPainter& painter, const QRectF& box, double radius, const QColor& tint) {
  painter.setRenderHint(QPainter::Antialiasing, true);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tint);
  painter.drawRoundedRect(box, radius, radius);
  return inkOn(tint);
}

}  // namespace headlight
