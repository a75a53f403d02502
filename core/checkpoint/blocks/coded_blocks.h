#pragma once

#include "core/checkpoint/blocks/block_bits.h"
#include "core/checkpoint/code_values.h"

namespace headlight::blocks {

// Blocks that are made here, of codes and scales that a folder has in tensors of their own.

HEADLIGHT_INLINE float floatAt(const std::byte* bytes) {
  float value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

/// A float that scales, the zero point in 16 bits, then codes of 8 bits.
struct Int8 {
  static constexpr Index kNumbers = 32, kBytes = 38;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = floatAt(b);
    const Index zero = static_cast<std::int16_t>(wordAt(b, 4));
    for (Index j = 0; j < 32; ++j) out[j] = scale * floatOf(byteAt(b, 6 + j) - zero);
  }
};

/// The same with codes of 4 bits, in split nibbles.
struct Int4 {
  static constexpr Index kNumbers = 32, kBytes = 22;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = floatAt(b);
    const Index zero = static_cast<std::int16_t>(wordAt(b, 4));
    for (Index j = 0; j < 16; ++j) out[j] = scale * floatOf((byteAt(b, 6 + j) & 15) - zero);
    for (Index j = 0; j < 16; ++j) out[16 + j] = scale * floatOf((byteAt(b, 6 + j) >> 4) - zero);
  }
};

/// A float that scales, then numbers in F8_E4M3.
struct Fp8 {
  static constexpr Index kNumbers = 32, kBytes = 36;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = floatAt(b);
    for (Index j = 0; j < 32; ++j) out[j] = scale * kE4m3Codes[static_cast<std::size_t>(byteAt(b, 4 + j))];
  }
};

/// A float that scales, then codes of 4 bits, in split nibbles.
struct Nf4 {
  static constexpr Index kNumbers = 32, kBytes = 20;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = floatAt(b);
    for (Index j = 0; j < 16; ++j) {
      out[j] = scale * kNormalCodes[static_cast<std::size_t>(byteAt(b, 4 + j) & 15)];
      out[16 + j] = scale * kNormalCodes[static_cast<std::size_t>(byteAt(b, 4 + j) >> 4)];
    }
  }
};

}  // namespace headlight::blocks
