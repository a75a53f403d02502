#pragma once

#include <cstdint>
#include <vector>

#include "core/base/index.h"

namespace headlight {

/// A picture of eight bits a colour.
struct RgbImage {
  Index width = 0, height = 0;
  std::vector<std::uint8_t> bytes;  ///< [height, width, 3]: red, green, blue.
  std::vector<std::uint8_t> alpha = {};  ///< [height, width]: how much of it covers what is behind; empty for all.
  bool operator==(const RgbImage&) const = default;
};

/// The picture over white where it is transparent, byte for byte as the Python library Pillow composes it.
RgbImage overWhite(const RgbImage& image);

}  // namespace headlight
