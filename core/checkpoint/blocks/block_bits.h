#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/base/index.h"
#include "core/checkpoint/dtype.h"

namespace headlight::blocks {

// Reading the bits of a block; a block may lie at any address. All are made part of the loop that calls them, so that
// it is compiled for the processor's own vector units.
#define HEADLIGHT_INLINE inline __attribute__((always_inline))

HEADLIGHT_INLINE Index byteAt(const std::byte* block, Index i) { return static_cast<std::uint8_t>(block[i]); }
HEADLIGHT_INLINE Index signedAt(const std::byte* block, Index i) { return static_cast<std::int8_t>(block[i]); }
HEADLIGHT_INLINE std::uint16_t wordAt(const std::byte* block, Index byte) {
  std::uint16_t word;
  std::memcpy(&word, block + byte, sizeof(word));
  return word;
}
HEADLIGHT_INLINE std::uint32_t longWordAt(const std::byte* block, Index byte) {
  std::uint32_t word;
  std::memcpy(&word, block + byte, sizeof(word));
  return word;
}
/// The half-precision number at `byte`.
HEADLIGHT_INLINE float halfAt(const std::byte* block, Index byte) { return halfToFloat(wordAt(block, byte)); }
HEADLIGHT_INLINE float floatOf(Index whole) { return static_cast<float>(static_cast<std::int32_t>(whole)); }

}  // namespace headlight::blocks
