#pragma once

#include <QImage>
#include <QWidget>

namespace headlight {

/// A small picture of a whole map with the part that is in view; pressing or dragging moves that part.
class MapOverview final : public QWidget {
  Q_OBJECT
 public:
  explicit MapOverview(QWidget* parent = nullptr);

  void setPicture(const QImage& picture);
  /// The part in view, each side as a share of the whole; and what it is framed with.
  void setPart(const QRectF& part, const QColor& frame, const QColor& edge);

 signals:
  /// The middle of the part in view shall be here, in shares of the whole.
  void moved(QPointF middle);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  QImage m_picture;
  QRectF m_part;
  QColor m_frame, m_edge;
};

}  // namespace headlight
