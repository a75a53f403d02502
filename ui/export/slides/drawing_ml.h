#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

#include "ui/export/slides/slide_shape.h"

namespace headlight {

/// Figure units (1/96 inch) to the length unit of DrawingML, 914,400 an inch.
inline qint64 toEmu(double units) { return qRound64(units * 9525); }

/// One DrawingML group (ECMA-376 part 1, 20.1 and 19.3) that holds `shapes` moved by `offset`, with ids from `firstId`
/// on. `addImage` keeps an image in the package and returns its relationship id.
QString drawingMlGroup(const SlideShapes& shapes, QPointF offset, const QString& name, const QString& altText,
                       int firstId, const std::function<QString(const QImage&)>& addImage);

/// The same shapes in no group, with names that the same shapes have on the next slide: a text is called by what it
/// says, others by their number among those of their kind. "!!" has the Morph transition pair them by name. An
/// invisible one over `area` has the alternative text.
QString drawingMlMorph(const SlideShapes& shapes, const QRectF& area, const QString& altText, int firstId,
                       const std::function<QString(const QImage&)>& addImage);

}  // namespace headlight
