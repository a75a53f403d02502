#pragma once

#include <cstdint>
#include <vector>

#include "core/base/index.h"

namespace headlight {

/// A picture of eight bits a colour.
struct RgbImage {
  Index width = 0, height = 0;
  std::vector<std::uint8_t> bytes;  ///< [height, width, 3]: red, green, blue.
  bool operator==(const RgbImage&) const = default;
};

}  // namespace headlight
