#pragma once

#include <QPainter>

namespace headlight {

/// Fills a box with round corners behind a token, and gives the ink that is read best on it.
QColor paintTint(QPainter& painter, const QRectF& box, double radius, const QColor& tint);

}  // namespace headlight
