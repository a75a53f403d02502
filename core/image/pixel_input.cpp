#include "core/image/pixel_input.h"

#include <algorithm>
#include <cmath>

namespace headlight {

RgbImage pictureOf(const PixelInput& pixels, Index tile) {
  RgbImage image{pixels.width, pixels.height, {}};
  image.bytes.reserve(static_cast<std::size_t>(3 * pixels.values.cols()));
  for (Index at = 0; at < pixels.values.cols(); ++at)
    for (std::size_t c = 0; c < 3; ++c) {
      const float part = pixels.values(3 * tile + static_cast<Index>(c), at) * pixels.deviation[c] + pixels.mean[c];
      image.bytes.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0F, 1.0F) * 255)));
    }
  return image;
}

Matrix unfoldedPatches(const PixelInput& pixels) {
  if (pixels.cut) return pixels.values;
  const Index ph = pixels.patchHeight, pw = pixels.patchWidth, patches = pixels.patches();
  const Index down = pixels.strideHeight > 0 ? pixels.strideHeight : ph;
  const Index across = pixels.strideWidth > 0 ? pixels.strideWidth : pw;
  Matrix out(pixels.tiles() * patches, pixels.channels * ph * pw);
  for (Index row = 0; row < out.rows(); ++row) {
    const Index tile = row / patches, patch = row % patches;
    for (Index line = 0; line < pixels.channels * ph; ++line) {
      const Index y = patch / pixels.cols() * down + line % ph, x = patch % pixels.cols() * across;
      out.block(row, line * pw, 1, pw) =
          pixels.values.block(tile * pixels.channels + line / ph, y * pixels.width + x, 1, pw);
    }
  }
  return out;
}

}  // namespace headlight
