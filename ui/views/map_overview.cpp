#include "ui/views/map_overview.h"
#include "ui/words.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace headlight {

MapOverview::MapOverview(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("mapOverview"));
  setAccessibleName(tr("Overview"));
  setToolTip(tr("Overview; drag to move the view"));
  setCursor(Qt::PointingHandCursor);
}

void MapOverview::setPicture(const QImage& picture) {
  m_picture = picture;
  resize(picture.deviceIndependentSize().toSize() + QSize(2, 2));
  update();
}

void MapOverview::setPart(const QRectF& part, const QColor& frame, const QColor& edge) {
  m_part = part;
  m_frame = frame;
  m_edge = edge;
  const auto percent = [](double share) { return localNumber(100 * share, 'f', 1); };
  setAccessibleDescription(
      tr("In view: queries from %1% to %2%, keys from %3% to %4%")
          .arg(percent(part.top()), percent(part.bottom()), percent(part.left()), percent(part.right())));
  update();
}

void MapOverview::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.drawImage(1, 1, m_picture);
  painter.setPen(m_edge);
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
  // A small part stays large enough to be seen.
  constexpr double kLeast = 4;
  const QSizeF room = size();
  QRectF box(m_part.x() * room.width(), m_part.y() * room.height(), m_part.width() * room.width(),
             m_part.height() * room.height());
  const QSizeF grown(std::max(kLeast, box.width()), std::max(kLeast, box.height()));
  box = QRectF(box.center() - QPointF(grown.width(), grown.height()) / 2, grown);
  QColor wash = m_frame;
  wash.setAlphaF(0.18F);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(m_frame, 1.5));
  painter.setBrush(wash);
  painter.drawRect(box);
}

void MapOverview::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton)
    emit moved({event->position().x() / std::max(1, width()), event->position().y() / std::max(1, height())});
}

void MapOverview::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton)
    emit moved({event->position().x() / std::max(1, width()), event->position().y() / std::max(1, height())});
}

}  // namespace headlight
