#include "ui/views/figure_canvas.h"

#include <qcustomplot.h>

#include <QHelpEvent>
#include <QToolTip>

#include "ui/theme.h"

namespace headlight {

FigureCanvas::FigureCanvas(QWidget* parent) : QWidget(parent) {
  m_fading.setStartValue(0.0);
  m_fading.setEndValue(1.0);
  m_fading.setDuration(220);
  connect(&m_fading, &QVariantAnimation::valueChanged, this, [this] { update(); });
  connect(&m_fading, &QVariantAnimation::finished, this, [this] { m_before = {}; });
}

void FigureCanvas::setFigure(std::shared_ptr<const Figure> figure, bool fade) {
  m_fading.stop();
  m_before = fade && isVisible() && !reducesMotion() ? m_picture : QPixmap();
  m_figure = std::move(figure);
  m_picture = {};
  setAccessibleDescription(m_figure ? m_figure->altText() : QString());
  if (!m_before.isNull()) m_fading.start();
  update();
}

QPixmap FigureCanvas::drawn() const {
  QPixmap picture(size() * devicePixelRatioF());
  picture.setDevicePixelRatio(devicePixelRatioF());
  picture.fill(palette().color(QPalette::Base));
  if (!m_figure) return picture;
  QCPPainter painter(&picture);
  m_figure->paint(painter, QRectF(QPointF(), QSizeF(size())));
  return picture;
}

void FigureCanvas::paintEvent(QPaintEvent*) {
  if (m_picture.isNull()) m_picture = drawn();
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_picture);
  if (m_before.isNull()) return;
  painter.setOpacity(1 - m_fading.currentValue().toDouble());
  painter.drawPixmap(0, 0, m_before);
}

void FigureCanvas::resizeEvent(QResizeEvent*) { m_before = m_picture = {}; }

bool FigureCanvas::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  for (const FigureSpot& spot : m_figure ? m_figure->spots(QSizeF(size())) : std::vector<FigureSpot>())
    if (spot.rect.contains(QPointF(help->pos()))) {
      QToolTip::showText(help->globalPos(), spot.text, this, spot.rect.toRect());
      return true;
    }
  QToolTip::hideText();
  return true;
}

}  // namespace headlight
