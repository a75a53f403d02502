#pragma once

#include <array>

#include "core/base/matrix.h"
#include "core/image/rgb_image.h"

namespace headlight {

/// Whole pixels of a picture: from the first to the one behind the last.
struct PixelBox {
  Index left = 0, top = 0, right = 0, bottom = 0;
};

/// The width of the Gaussian by which a part of a picture is blurred, in pixels: 10 of 224 along its shorter side, so
/// that shapes are gone and colours stay (Fong and Vedaldi 2017).
double blurWidth(Index height, Index width);

/// What a Gaussian of standard deviation `sigma` makes of `box` of a plane [height, width]: [box rows, box columns].
/// Its taps reach 3 sigma; beyond the plane's edges the edge is repeated.
Matrix blurredPart(MatrixView plane, const PixelBox& box, double sigma);

/// The same of the three colours of a picture, rounded to bytes: a picture of the box alone, without transparency.
RgbImage blurredPart(const RgbImage& image, const PixelBox& box, double sigma);

}  // namespace headlight
