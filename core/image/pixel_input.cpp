#include "core/image/pixel_input.h"

#include <algorithm>
#include <cmath>

namespace headlight {

RgbImage pictureOf(const PixelInput& pixels) {
  RgbImage image{pixels.width, pixels.height, {}};
  image.bytes.reserve(static_cast<std::size_t>(pixels.values.size()));
  for (Index at = 0; at < pixels.values.cols(); ++at)
    for (std::size_t c = 0; c < 3; ++c) {
      const float part = pixels.values(static_cast<Index>(c), at) * pixels.deviation[c] + pixels.mean[c];
      image.bytes.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0F, 1.0F) * 255)));
    }
  return image;
}

Matrix unfoldedPatches(const PixelInput& pixels) {
  const Index ph = pixels.patchHeight, pw = pixels.patchWidth;
  Matrix out(pixels.patches(), 3 * ph * pw);
  for (Index patch = 0; patch < out.rows(); ++patch)
    for (Index line = 0; line < 3 * ph; ++line) {
      const Index y = patch / pixels.cols() * ph + line % ph, x = patch % pixels.cols() * pw;
      out.block(patch, line * pw, 1, pw) = pixels.values.block(line / ph, y * pixels.width + x, 1, pw);
    }
  return out;
}

}  // namespace headlight
