#pragma once

#include <bit>

#include "core/checkpoint/blocks/block_bits.h"
#include "core/checkpoint/blocks/grids.h"

namespace headlight::blocks {

// Blocks of 256 numbers that are written as numbers of entries of a grid: each entry is 8 (or 4) numbers, and signs
// and scales stand apart.

/// The signs of eight numbers from seven bits: the eighth is such that an even number of them is negative.
HEADLIGHT_INLINE Index evenSigns(Index seven) {
  return seven | (std::popcount(static_cast<unsigned>(seven)) & 1) << 7;
}
/// out = scale · entry, the numbers whose bits are set in `signs` negated.
template <std::size_t count>
HEADLIGHT_INLINE void writeEntry(const std::array<float, count>& entry, float scale, Index signs, float* out) {
  for (std::size_t j = 0; j < count; ++j) {
    const float value = scale * entry[j];
    out[j] = (signs >> j & 1) != 0 ? -value : value;
  }
}

struct Iq2Xxs {
  static constexpr Index kNumbers = 256, kBytes = 66;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 0);
    for (Index run = 0; run < 8; ++run) {
      const std::byte* at = b + 2 + 8 * run;
      const std::uint32_t word = longWordAt(at, 4);
      const float scale = (d * (0.5F + floatOf(word >> 28))) * 0.25F;
      for (Index k = 0; k < 4; ++k)
        writeEntry(kGrid2Xxs[static_cast<std::size_t>(byteAt(at, k))], scale, evenSigns(word >> (7 * k) & 127),
                   out + 32 * run + 8 * k);
    }
  }
};

struct Iq2Xs {
  static constexpr Index kNumbers = 256, kBytes = 74;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 0);
    for (Index i = 0; i < 32; ++i) {
      const Index word = wordAt(b, 2 + 2 * i), scaleBits = byteAt(b, 66 + i / 4) >> (4 * (i / 2 % 2)) & 15;
      writeEntry(kGrid2Xs[static_cast<std::size_t>(word & 511)], (d * (0.5F + floatOf(scaleBits))) * 0.25F,
                 evenSigns(word >> 9), out + 8 * i);
    }
  }
};

struct Iq2S {
  static constexpr Index kNumbers = 256, kBytes = 82;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 0);
    for (Index i = 0; i < 32; ++i) {
      const Index entry = byteAt(b, 2 + i) | (byteAt(b, 66 + i / 4) >> (2 * (i % 4)) & 3) << 8;
      const Index scaleBits = byteAt(b, 74 + i / 4) >> (4 * (i / 2 % 2)) & 15;
      writeEntry(kGrid2S[static_cast<std::size_t>(entry)], (d * (0.5F + floatOf(scaleBits))) * 0.25F,
                 byteAt(b, 34 + i), out + 8 * i);
    }
  }
};

struct Iq3Xxs {
  static constexpr Index kNumbers = 256, kBytes = 98;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 0);
    for (Index run = 0; run < 8; ++run) {
      const std::uint32_t word = longWordAt(b, 66 + 4 * run);
      const float scale = (d * (0.5F + floatOf(word >> 28))) * 0.5F;
      for (Index k = 0; k < 8; ++k)
        writeEntry(kGrid3Xxs[static_cast<std::size_t>(byteAt(b, 2 + 8 * run + k))], scale,
                   evenSigns(word >> (7 * (k / 2)) & 127) >> (4 * (k % 2)), out + 32 * run + 4 * k);
    }
  }
};

struct Iq3S {
  static constexpr Index kNumbers = 256, kBytes = 110;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 0);
    for (Index i = 0; i < 64; ++i) {
      const Index entry = byteAt(b, 2 + i) | (byteAt(b, 66 + i / 8) >> (i % 8) & 1) << 8;
      const Index scaleBits = byteAt(b, 106 + i / 16) >> (4 * (i / 8 % 2)) & 15;
      writeEntry(kGrid3S[static_cast<std::size_t>(entry)], d * floatOf(1 + 2 * scaleBits),
                 byteAt(b, 74 + i / 2) >> (4 * (i % 2)), out + 4 * i);
    }
  }
};

/// out = scale · (entry ± 0.125): minus where `down`.
HEADLIGHT_INLINE void writeShifted(const std::array<float, 8>& entry, float scale, bool down, float* out) {
  const float shift = down ? -0.125F : 0.125F;
  for (std::size_t j = 0; j < 8; ++j) out[j] = scale * (entry[j] + shift);
}

struct Iq1S {
  static constexpr Index kNumbers = 256, kBytes = 50;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 0);
    for (Index i = 0; i < 32; ++i) {
      const Index word = wordAt(b, 34 + 2 * (i / 4));
      const Index entry = byteAt(b, 2 + i) | (word >> (3 * (i % 4)) & 7) << 8;
      writeShifted(kGrid1S[static_cast<std::size_t>(entry)], d * floatOf(2 * (word >> 12 & 7) + 1),
                   (word & 0x8000) != 0, out + 8 * i);
    }
  }
};

struct Iq1M {
  static constexpr Index kNumbers = 256, kBytes = 56;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    Index bits = 0;
    for (Index k = 0; k < 4; ++k) bits |= (wordAt(b, 48 + 2 * k) >> 12) << (4 * k);
    const float d = halfToFloat(static_cast<std::uint16_t>(bits));
    for (Index i = 0; i < 32; ++i) {
      const Index nibble = byteAt(b, 32 + i / 2) >> (4 * (i % 2)) & 15;
      const Index entry = byteAt(b, i) | (nibble & 7) << 8;
      const Index scaleBits = wordAt(b, 48 + 2 * (i / 8)) >> (3 * (i / 2 % 4)) & 7;
      writeShifted(kGrid1S[static_cast<std::size_t>(entry)], d * floatOf(2 * scaleBits + 1), (nibble & 8) != 0,
                   out + 8 * i);
    }
  }
};

}  // namespace headlight::blocks
