#pragma once

#include <QPainter>
#include <QStringList>

#include "ui/figures/figure_style.h"

namespace headlight {

/// Paints a small card with `lines` (the first one stronger) near `anchor`, within `bounds`, on screen only.
void paintFloatingLabel(QPainter& painter, QPointF anchor, const QStringList& lines, const QRectF& bounds,
                        const FigureStyle& style);

}  // namespace headlight
