#pragma once

#include <array>

#include "core/checkpoint/blocks/block_bits.h"
#include "core/checkpoint/blocks/simple_blocks.h"

namespace headlight::blocks {

// Blocks of 256 numbers whose runs of 16 or 32 have scales of their own, which the block's scale multiplies; and those
// of three values each. In two-bit order a block has two halves, and 32 bytes of a half serve four runs of 32 numbers,
// run k in bits 2k.

struct Q2K {
  static constexpr Index kNumbers = 256, kBytes = 84;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 80), dLeast = halfAt(b, 82);
    for (Index run = 0; run < 16; ++run) {
      const Index half = run / 8, bits = 2 * (run / 2 % 4), from = 16 + 32 * half + 16 * (run % 2);
      const float scale = d * floatOf(byteAt(b, run) & 15), least = dLeast * floatOf(byteAt(b, run) >> 4);
      for (Index j = 0; j < 16; ++j) out[16 * run + j] = scale * floatOf(byteAt(b, from + j) >> bits & 3) - least;
    }
  }
};

struct Q3K {
  static constexpr Index kNumbers = 256, kBytes = 110;
  HEADLIGHT_INLINE static Index scaleAt(const std::byte* b, Index i) {
    const Index low = byteAt(b, 96 + i % 8) >> (i < 8 ? 0 : 4) & 15;
    const Index high = byteAt(b, 104 + i % 4) >> (2 * (i / 4)) & 3;
    return (low | high << 4) - 32;
  }
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 108);
    for (Index run = 0; run < 16; ++run) {
      const Index half = run / 8, bits = 2 * (run / 2 % 4), within = 16 * (run % 2);
      const float scale = d * floatOf(scaleAt(b, run));
      for (Index j = 0; j < 16; ++j) {
        const Index low = byteAt(b, 32 + 32 * half + within + j) >> bits & 3;
        const Index high = byteAt(b, within + j) >> (run / 2) & 1;
        out[16 * run + j] = scale * floatOf(low + 4 * high - 4);
      }
    }
  }
};

/// The scale and the least number of run `i` in the 12 bytes at `b`, 6 bits each.
struct PackedScale {
  Index scale, least;
};
HEADLIGHT_INLINE PackedScale packedScaleAt(const std::byte* b, Index i) {
  if (i < 4) return {byteAt(b, i) & 63, byteAt(b, i + 4) & 63};
  return {(byteAt(b, i + 4) & 15) | (byteAt(b, i - 4) >> 6) << 4, byteAt(b, i + 4) >> 4 | (byteAt(b, i) >> 6) << 4};
}

struct Q4K {
  static constexpr Index kNumbers = 256, kBytes = 144;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 0), dLeast = halfAt(b, 2);
    for (Index run = 0; run < 8; ++run) {
      const PackedScale packed = packedScaleAt(b + 4, run);
      const float scale = d * floatOf(packed.scale), least = dLeast * floatOf(packed.least);
      const Index from = 16 + 32 * (run / 2), bits = 4 * (run % 2);
      for (Index j = 0; j < 32; ++j) out[32 * run + j] = scale * floatOf(byteAt(b, from + j) >> bits & 15) - least;
    }
  }
};

struct Q5K {
  static constexpr Index kNumbers = 256, kBytes = 176;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 0), dLeast = halfAt(b, 2);
    for (Index run = 0; run < 8; ++run) {
      const PackedScale packed = packedScaleAt(b + 4, run);
      const float scale = d * floatOf(packed.scale), least = dLeast * floatOf(packed.least);
      const Index from = 48 + 32 * (run / 2), bits = 4 * (run % 2);
      for (Index j = 0; j < 32; ++j) {
        const Index number = (byteAt(b, from + j) >> bits & 15) + ((byteAt(b, 16 + j) >> run & 1) << 4);
        out[32 * run + j] = scale * floatOf(number) - least;
      }
    }
  }
};

struct Q6K {
  static constexpr Index kNumbers = 256, kBytes = 210;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 208);
    for (Index run = 0; run < 16; ++run) {
      const Index half = run / 8, part = run / 2 % 4, within = 16 * (run % 2);
      const Index low = 64 * half + 32 * (part % 2) + within, high = 128 + 32 * half + within;
      const float scale = d * floatOf(signedAt(b, 192 + run));
      for (Index j = 0; j < 16; ++j) {
        const Index number =
            (byteAt(b, low + j) >> (4 * (part / 2)) & 15) | (byteAt(b, high + j) >> (2 * part) & 3) << 4;
        out[16 * run + j] = scale * floatOf(number - 32);
      }
    }
  }
};

struct Iq4Xs {
  static constexpr Index kNumbers = 256, kBytes = 136;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 0);
    const Index high = wordAt(b, 2);
    for (Index run = 0; run < 8; ++run) {
      const Index low = byteAt(b, 4 + run / 2) >> (4 * (run % 2)) & 15;
      const float scale = d * floatOf((low | (high >> (2 * run) & 3) << 4) - 32);
      for (Index j = 0; j < 16; ++j) {
        const Index pair = byteAt(b, 8 + 16 * run + j);
        out[32 * run + j] = scale * kUnevenLevels[static_cast<std::size_t>(pair & 15)];
        out[32 * run + 16 + j] = scale * kUnevenLevels[static_cast<std::size_t>(pair >> 4)];
      }
    }
  }
};

/// Digits of base three, five to a byte.
struct Tq1_0 {
  static constexpr Index kNumbers = 256, kBytes = 54;
  HEADLIGHT_INLINE static float* digits(const std::byte* bytes, Index count, Index each, float d, float* out) {
    constexpr std::array<Index, 5> kPowers = {1, 3, 9, 27, 81};
    for (Index n = 0; n < each; ++n, out += count)
      for (Index j = 0; j < count; ++j) {
        const Index turned = byteAt(bytes, j) * kPowers[static_cast<std::size_t>(n)] & 255;
        out[j] = d * floatOf((turned * 3 >> 8) - 1);
      }
    return out;
  }
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 52);
    out = digits(b, 32, 5, d, out);
    out = digits(b + 32, 16, 5, d, out);
    digits(b + 48, 4, 4, d, out);
  }
};

struct Tq2_0 {
  static constexpr Index kNumbers = 256, kBytes = 66;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float d = halfAt(b, 64);
    for (Index run = 0; run < 8; ++run)
      for (Index j = 0; j < 32; ++j)
        out[32 * run + j] = d * floatOf((byteAt(b, 32 * (run / 4) + j) >> (2 * (run % 4)) & 3) - 1);
  }
};

}  // namespace headlight::blocks
