#include "ui/views/picture_view.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/views/floating_label.h"

namespace headlight {

void PictureView::refresh() {
  // Another picture may no longer have the thing.
  if (m_pointed && (figure().isEmpty() || boxOf(*m_pointed).isNull())) m_pointed.reset();
  m_picture = draw();
  announce();
  update();
}

void PictureView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_picture);
  if (figure().isEmpty()) return;
  paintOver(painter);
  if (!m_pointed || !isReady()) return;
  const QRectF box = boxOf(*m_pointed);
  if (box.isNull()) return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(figure().style().inks().accent, 1.5));
  painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3);
  paintFloatingLabel(painter, box.bottomRight() - QPointF(8, 8), describe(*m_pointed), rect(), figure().style());
}

void PictureView::point(std::optional<Index> thing) {
  if (thing == m_pointed) return;
  m_pointed = thing;
  pointedChanged();
  announce();
  update();
}

void PictureView::announce() {
  if (!isVisible()) return;
  announceText(figure().isEmpty() || !m_pointed ? description() : describe(*m_pointed).join(QStringLiteral(", ")));
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
  const std::optional<Index> thing = figure().isEmpty() || !isReady() ? std::nullopt : thingAt(event->position());
  setCursor(thing ? Qt::PointingHandCursor : Qt::ArrowCursor);
  point(thing);
}

void PictureView::leaveEvent(QEvent*) { point({}); }

void PictureView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || figure().isEmpty() || !isReady())
    return AttentionView::mousePressEvent(event);
  const std::optional<Index> thing = thingAt(event->position());
  choose(thing == chosen() ? std::nullopt : thing);
}

void PictureView::keyPressEvent(QKeyEvent* event) {
  int right = 0, down = 0;
  switch (event->key()) {
    case Qt::Key_Left:
      right = -1;
      break;
    case Qt::Key_Right:
      right = 1;
      break;
    case Qt::Key_Up:
      down = -1;
      break;
    case Qt::Key_Down:
      down = 1;
      break;
    case Qt::Key_Escape:
      if (m_pointed)
        point({});
      else
        choose({});
      return;
    default:
      return AttentionView::keyPressEvent(event);
  }
  if (figure().isEmpty() || !isReady()) return AttentionView::keyPressEvent(event);
  if (event->modifiers() & Qt::ShiftModifier)
    point(neighbour(m_pointed ? m_pointed : chosen(), right, down));
  else
    choose(neighbour(chosen(), right, down));
}

}  // namespace headlight
