#pragma once

#include <QBrush>
#include <QFont>
#include <QImage>
#include <QPainterPath>
#include <QPen>
#include <QString>
#include <variant>
#include <vector>

namespace headlight {

/// A filled and outlined rectangle; it stays an ordinary rectangle of the slide.
struct SlideRect {
  QRectF rect;
  QBrush fill;
  QPen line;
};

/// Any other outline.
struct SlidePath {
  QPainterPath path;
  QBrush fill;
  QPen line;
};

/// One line of text; `baseline` is its start, turned by `angle` degrees clockwise about that point.
struct SlideText {
  QPointF baseline;
  double angle = 0;
  double width = 0, ascent = 0, descent = 0;
  QString text;
  QFont font;  ///< Its pixel size is in figure units.
  QColor colour;
  bool rightToLeft = false;
};

struct SlideImage {
  QRectF rect;
  QImage image;
};

/// What one stroke of a painter becomes on a slide. Lengths are figure units (1/96 inch).
using SlideShape = std::variant<SlideRect, SlidePath, SlideText, SlideImage>;
using SlideShapes = std::vector<SlideShape>;

}  // namespace headlight
