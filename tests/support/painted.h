#pragma once

#include <QImage>
#include <qcustomplot.h>

#include "ui/figures/figure.h"

namespace headlight::test {

/// `figure` painted in `size` at a place of a canvas (without one, of that size), magenta where it leaves it bare.
inline QImage painted(const Figure& figure, QSize size, QPointF at = {}, QSize canvas = {}) {
  QImage image(canvas.isValid() ? canvas : size, QImage::Format_RGB32);
  image.fill(Qt::magenta);
  QCPPainter painter(&image);
  figure.paint(painter, QRectF(at, QSizeF(size)));
  return image;
}

}  // namespace headlight::test
