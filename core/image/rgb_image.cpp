#include "core/image/rgb_image.h"

namespace headlight {

RgbImage overWhite(const RgbImage& image) {
  RgbImage out{image.width, image.height, image.bytes};
  for (std::size_t i = 0; i < image.alpha.size(); ++i) {
    const std::uint32_t alpha = image.alpha[i];
    for (std::size_t c = 3 * i; c < 3 * i + 3; ++c) {
      if (alpha == 0) {
        out.bytes[c] = 255;
        continue;
      }
      // Seven bits after the point, and a division by 255 that rounds.
      const std::uint32_t sum = (image.bytes[c] * alpha + 255 * (255 - alpha)) * 128 + (128U << 7);
      out.bytes[c] = static_cast<std::uint8_t>((((sum >> 8) + sum) >> 8) >> 7);
    }
  }
  return out;
}

}  // namespace headlight
