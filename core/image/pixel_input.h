#pragma once

#include <array>

#include "core/base/matrix.h"
#include "core/image/rgb_image.h"

namespace headlight {

/// What a vision model reads: an image that is prepared, and the grid of patches into which it cuts it.
///
/// The tokens of its Encoding are `firstPatch` learned ones ([CLS], in DeiT also [DIST]) and then the patches, row by
/// row.
struct PixelInput {
  Index height = 0, width = 0;
  Matrix values;  ///< [3, height · width]: red, green, blue, normalised.
  Index patchHeight = 1, patchWidth = 1;
  Index firstPatch = 1;  ///< Number of the first patch's token.
  /// How values were made of parts of full brightness: (part - mean) / deviation; a picture is made back with them.
  std::array<float, 3> mean{}, deviation{1, 1, 1};

  Index rows() const { return height / patchHeight; }
  Index cols() const { return width / patchWidth; }
  Index patches() const { return rows() * cols(); }
  bool operator==(const PixelInput& other) const {
    return height == other.height && width == other.width && patchHeight == other.patchHeight &&
           patchWidth == other.patchWidth && values == other.values;
  }
};

/// The values as a picture for people: normalisation taken back, and clipped to what can be shown.
RgbImage pictureOf(const PixelInput& pixels);

/// What the patches hold, one a row: [patches, 3 · patchHeight · patchWidth], in the order in which a convolution's
/// weights lie (colour, row, column).
Matrix unfoldedPatches(const PixelInput& pixels);

}  // namespace headlight
