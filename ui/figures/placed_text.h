#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include "core/base/matrix.h"

namespace headlight {

/// A token label in place: drawn with its baseline starting at `origin`, turned by `angle` degrees about it.
struct PlacedLabel {
  Index token = 0;
  QString text;
  QPointF origin;
  double angle = 0;
  QPolygonF outline;  ///< The box that the turned text fills.
};

/// A line of text in place (baseline start).
struct PlacedText {
  QString text;
  QPointF origin;
  QRectF box;
};

}  // namespace headlight
