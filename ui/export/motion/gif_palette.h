#pragma once

#include <QImage>
#include <QVector>

namespace headlight {

/// A picture in at most 256 colours.
struct PalettePicture {
  QVector<QRgb> colours;
  QByteArray pixels;  ///< Row by row, each the number of its colour.
};

/// `picture`, without its opacity, in its own colours where they are few enough; else boxes of colours that lie
/// together (median cut, Heckbert 1982) become the most frequent colour of each, so that paper and flat areas stay what
/// they are.
PalettePicture withPalette(const QImage& picture);

}  // namespace headlight
