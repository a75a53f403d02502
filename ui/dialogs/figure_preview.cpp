#include "ui/dialogs/figure_preview.h"

#include <qcustomplot.h>

#include <QMouseEvent>
#include <QPainter>

namespace headlight {

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("figurePreview"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setMinimumSize(320, 240);
}

FigurePreview::~FigurePreview() = default;

void FigurePreview::setFigure(std::unique_ptr<Figure> figure, QSizeF size) {
  m_figure = std::move(figure);
  m_size = size;
  m_picture = {};
  if (m_figure) setAccessibleName(m_figure->altText());
  update();
}

QRectF FigurePreview::place() const {
  const QSizeF fitting = m_size.scaled(QSizeF(size() - QSize(2, 2)), Qt::KeepAspectRatio);
  return {QPointF((width() - fitting.width()) / 2, (height() - fitting.height()) / 2), fitting};
}

void FigurePreview::mousePressEvent(QMouseEvent* event) {
  const QRectF shown = place();
  if (!m_figure || !shown.contains(event->position())) return;
  emit clicked((event->position() - shown.topLeft()) * (m_size.width() / shown.width()));
}

void FigurePreview::paintEvent(QPaintEvent*) {
  if (!m_figure || m_size.isEmpty()) return;
  const QSizeF fitting = place().size();
  const double ratio = devicePixelRatioF();
  const QSize pixels = (fitting * ratio).toSize();
  if (pixels.isEmpty()) return;
  if (m_picture.size() != pixels) {
    m_picture = QPixmap(pixels);
    m_picture.fill(Qt::transparent);
    QCPPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixels.width() / m_size.width(), pixels.height() / m_size.height());
    m_figure->paint(painter, QRectF({}, m_size));
  }
  QPainter painter(this);
  painter.drawPixmap(place(), m_picture, m_picture.rect());
  painter.setPen(palette().color(QPalette::Mid));
  painter.drawRect(place().adjusted(-0.5, -0.5, 0.5, 0.5));
}

}  // namespace headlight
