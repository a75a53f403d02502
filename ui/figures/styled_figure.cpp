#include "ui/figures/styled_figure.h"

#include <qcustomplot.h>

#include "ui/figures/painting.h"

namespace headlight {

void StyledFigure::paint(QCPPainter& painter, const QRectF& area) const {
  paintPaper(painter, area, m_style);
  painter.save();
  if (const auto words = nothing()) {
    painter.setFont(m_style.font(m_style.textSize));
    painter.setPen(m_style.inks().muted);
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, *words);
  } else {
    painter.translate(area.topLeft());
    draw(painter, area.size());
  }
  painter.restore();
}

}  // namespace headlight
