#pragma once

#include <array>
#include <bit>

#include "core/checkpoint/blocks/block_bits.h"

namespace headlight::blocks {

// Blocks with one scale, in the order of the ggml library's types. Each format says how many numbers a block holds in
// how many bytes and how a block becomes floats. Split nibbles: byte j holds number j in its low half and number
// j + half in its high half.

struct Q4_0 {
  static constexpr Index kNumbers = 32, kBytes = 18;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = halfAt(b, 0);
    for (Index j = 0; j < 16; ++j) out[j] = scale * floatOf((byteAt(b, 2 + j) & 15) - 8);
    for (Index j = 0; j < 16; ++j) out[16 + j] = scale * floatOf((byteAt(b, 2 + j) >> 4) - 8);
  }
};

struct Q4_1 {
  static constexpr Index kNumbers = 32, kBytes = 20;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = halfAt(b, 0), least = halfAt(b, 2);
    for (Index j = 0; j < 16; ++j) out[j] = scale * floatOf(byteAt(b, 4 + j) & 15) + least;
    for (Index j = 0; j < 16; ++j) out[16 + j] = scale * floatOf(byteAt(b, 4 + j) >> 4) + least;
  }
};

/// The fifth bit of number `j` in place: 0 or 16.
HEADLIGHT_INLINE Index fifthBit(std::uint32_t bits, Index j) { return static_cast<Index>(bits >> j & 1u) << 4; }

struct Q5_0 {
  static constexpr Index kNumbers = 32, kBytes = 22;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = halfAt(b, 0);
    const std::uint32_t fifth = longWordAt(b, 2);
    for (Index j = 0; j < 16; ++j) out[j] = scale * floatOf((byteAt(b, 6 + j) & 15) + fifthBit(fifth, j) - 16);
    for (Index j = 0; j < 16; ++j)
      out[16 + j] = scale * floatOf((byteAt(b, 6 + j) >> 4) + fifthBit(fifth, 16 + j) - 16);
  }
};

struct Q5_1 {
  static constexpr Index kNumbers = 32, kBytes = 24;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = halfAt(b, 0), least = halfAt(b, 2);
    const std::uint32_t fifth = longWordAt(b, 4);
    for (Index j = 0; j < 16; ++j) out[j] = scale * floatOf((byteAt(b, 8 + j) & 15) + fifthBit(fifth, j)) + least;
    for (Index j = 0; j < 16; ++j)
      out[16 + j] = scale * floatOf((byteAt(b, 8 + j) >> 4) + fifthBit(fifth, 16 + j)) + least;
  }
};

struct Q8_0 {
  static constexpr Index kNumbers = 32, kBytes = 34;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = halfAt(b, 0);
    for (Index j = 0; j < 32; ++j) out[j] = scale * floatOf(signedAt(b, 2 + j));
  }
};

struct Q1_0 {
  static constexpr Index kNumbers = 128, kBytes = 18;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = halfAt(b, 0);
    for (Index j = 0; j < 128; ++j) out[j] = (byteAt(b, 2 + j / 8) >> (j % 8) & 1) != 0 ? scale : -scale;
  }
};

struct Q2_0 {
  static constexpr Index kNumbers = 64, kBytes = 18;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = halfAt(b, 0);
    for (Index j = 0; j < 64; ++j) out[j] = scale * floatOf((byteAt(b, 2 + j / 4) >> (2 * (j % 4)) & 3) - 1);
  }
};

/// The levels of IQ4_NL and IQ4_XS, closer together around zero.
inline constexpr std::array<float, 16> kUnevenLevels = {-127, -104, -83, -65, -49, -35, -22, -10,
                                                        1,    13,   25,  38,  53,  69,  89,  113};

struct Iq4Nl {
  static constexpr Index kNumbers = 32, kBytes = 18;
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = halfAt(b, 0);
    for (Index j = 0; j < 16; ++j) {
      out[j] = scale * kUnevenLevels[static_cast<std::size_t>(byteAt(b, 2 + j) & 15)];
      out[16 + j] = scale * kUnevenLevels[static_cast<std::size_t>(byteAt(b, 2 + j) >> 4)];
    }
  }
};

/// Twice the numbers of four bits with an exponent of two (e2m1; Open Compute Project 2023, "Microscaling formats").
inline constexpr std::array<float, 16> kTwiceE2m1 = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

struct Mxfp4 {
  static constexpr Index kNumbers = 32, kBytes = 17;
  /// 2^(e - 128): subnormal for the two least exponents.
  HEADLIGHT_INLINE static float scaleOf(Index e) {
    return std::bit_cast<float>(e < 2 ? 0x00200000u << e : static_cast<std::uint32_t>(e - 1) << 23);
  }
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    const float scale = scaleOf(byteAt(b, 0));
    for (Index j = 0; j < 16; ++j) {
      out[j] = scale * kTwiceE2m1[static_cast<std::size_t>(byteAt(b, 1 + j) & 15)];
      out[16 + j] = scale * kTwiceE2m1[static_cast<std::size_t>(byteAt(b, 1 + j) >> 4)];
    }
  }
};

struct Nvfp4 {
  static constexpr Index kNumbers = 64, kBytes = 36;
  /// A number of four bits of exponent (bias 7) and three of mantissa, without a sign; what would be no number is 0.
  HEADLIGHT_INLINE static float scaleOf(Index e4m3) {
    if (e4m3 == 0x7f) return 0;
    const Index exponent = e4m3 >> 3 & 15, mantissa = e4m3 & 7;
    if (exponent == 0) return floatOf(mantissa) * 0x1p-9F;
    return std::bit_cast<float>(static_cast<std::uint32_t>((exponent + 120) << 23 | mantissa << 20));
  }
  HEADLIGHT_INLINE static void unpack(const std::byte* b, float* out) {
    for (Index run = 0; run < 4; ++run) {
      const float scale = 0.5F * scaleOf(byteAt(b, run));
      for (Index j = 0; j < 8; ++j) {
        out[16 * run + j] = scale * kTwiceE2m1[static_cast<std::size_t>(byteAt(b, 4 + 8 * run + j) & 15)];
        out[16 * run + 8 + j] = scale * kTwiceE2m1[static_cast<std::size_t>(byteAt(b, 4 + 8 * run + j) >> 4)];
      }
    }
  }
};

}  // namespace headlight::blocks
