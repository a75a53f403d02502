#include "ui/export/titled_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <utility>

#include "ui/figures/figure_frame.h"
#include "ui/figures/painting.h"

namespace headlight {

TitledFigure::TitledFigure(std::unique_ptr<Figure> figure, QString title, QString caption, FigureStyle style)
    : m_figure(std::move(figure)),
      m_title(std::move(title)),
      m_caption(std::move(caption)),
      m_style(std::move(style)) {}

std::pair<FigureFrame, QRectF> TitledFigure::layout(QSizeF size) const {
  const FontTextMetrics metrics(m_style);
  FigureStyle shown = m_style;
  shown.title = shown.caption = true;
  FigureFrame frame = layoutFrame(size, m_title, {}, {m_caption}, shown, metrics);
  // The figure keeps margins of its own: it gets the whole width, and what lies between the texts.
  const double top = frame.title ? frame.title->box.bottom() : 0;
  const double bottom = frame.notes.empty() ? size.height() : frame.notes.front().box.top();
  return {std::move(frame), QRectF(0, top, size.width(), std::max(1.0, bottom - top))};
}

void TitledFigure::paint(QCPPainter& painter, const QRectF& area) const {
  paintPaper(painter, area, m_style);
  const auto [frame, place] = layout(area.size());
  m_figure->paint(painter, place.translated(area.topLeft()));
  painter.save();
  painter.translate(area.topLeft());
  paintFrame(painter, frame, m_style);
  painter.restore();
}

std::vector<FigureSpot> TitledFigure::spots(QSizeF size) const {
  const QRectF place = layout(size).second;
  std::vector<FigureSpot> spots = m_figure->spots(place.size());
  for (FigureSpot& spot : spots) spot.rect.translate(place.topLeft());
  return spots;
}

QSizeF TitledFigure::preferredSize() const {
  return m_figure->preferredSize() + QSizeF(0, 2 * m_style.titleSize() + 2 * m_style.textSize);
}

QString TitledFigure::title() const { return m_title.isEmpty() ? m_figure->title() : m_title; }

QString TitledFigure::altText() const {
  QString text = m_title.isEmpty() ? QString() : m_title + QStringLiteral(". ");
  text += m_figure->altText();
  return m_caption.isEmpty() ? text : text + QLatin1Char(' ') + m_caption;
}

}  // namespace headlight
