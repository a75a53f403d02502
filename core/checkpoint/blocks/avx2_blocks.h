#pragma once

#include <immintrin.h>

#include "core/checkpoint/blocks/coded_blocks.h"
#include "core/checkpoint/blocks/k_blocks.h"
#include "core/checkpoint/blocks/simple_blocks.h"

namespace headlight::blocks::avx2 {

// The packed formats as codes of 8 bits without a sign, 32 in a vector, in the order of the numbers. Each says how many
// numbers a block holds in how many bytes (as the portable format of the same name), how many follow one another with
// the same scale (kRun), and how its numbers become of the codes: scale · (code - kOffset), or scale · code - least
// where kLeast. Where kZero the latter is how products are made, and the numbers are scale · (code - zero).

/// Compiled for processors with these instructions alone: called only where isSupported().
#define HEADLIGHT_AVX2 __attribute__((target("avx2,fma,f16c")))
#define HEADLIGHT_AVX2_INLINE inline __attribute__((target("avx2,fma,f16c"), always_inline))

HEADLIGHT_AVX2_INLINE float half(const std::byte* at) { return _cvtsh_ss(wordAt(at, 0)); }
HEADLIGHT_AVX2_INLINE __m128i load16(const std::byte* at) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
}
HEADLIGHT_AVX2_INLINE __m256i load32(const std::byte* at) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}
/// The bits of each byte of `bytes`, moved down by `shift` (up where it is negative), of which `mask` stay.
HEADLIGHT_AVX2_INLINE __m256i bitsOf(__m256i bytes, Index shift, int mask) {
  if (shift > 0) bytes = _mm256_srli_epi16(bytes, static_cast<int>(shift));
  if (shift < 0) bytes = _mm256_slli_epi16(bytes, static_cast<int>(-shift));
  return _mm256_and_si256(bytes, _mm256_set1_epi8(static_cast<char>(mask)));
}
/// Split nibbles: the low halves of 16 bytes, then their high halves.
HEADLIGHT_AVX2_INLINE __m256i splitNibbles(const std::byte* at) {
  const __m128i bytes = load16(at);
  return _mm256_and_si256(_mm256_set_m128i(_mm_srli_epi16(bytes, 4), bytes), _mm256_set1_epi8(15));
}
/// A byte of `value` for each bit of `bits` that is set, 0 for the others.
HEADLIGHT_AVX2_INLINE __m256i bytesOfBits(std::uint32_t bits, int value) {
  const __m256i places = _mm256_setr_epi64x(0, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
  const __m256i each = _mm256_set1_epi64x(static_cast<long long>(0x8040201008040201ull));
  const __m256i spread = _mm256_shuffle_epi8(_mm256_set1_epi32(static_cast<int>(bits)), places);
  return _mm256_and_si256(_mm256_cmpeq_epi8(_mm256_and_si256(spread, each), each),
                          _mm256_set1_epi8(static_cast<char>(value)));
}
/// Entry `nibbles` of a table of 16 in each byte.
HEADLIGHT_AVX2_INLINE __m256i lookUp(const std::array<float, 16>& table, int offset, __m256i nibbles) {
  alignas(16) std::int8_t codes[16];
  for (std::size_t i = 0; i < 16; ++i) codes[i] = static_cast<std::int8_t>(static_cast<int>(table[i]) + offset);
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(codes))),
                             nibbles);
}

template <Index runs>
struct RunScales {
  alignas(32) float scale[runs], least[runs];
};

/// What the formats with one scale for 32 numbers share.
template <typename Portable, int offset>
struct OneScale {
  static constexpr Index kNumbers = Portable::kNumbers, kBytes = Portable::kBytes, kRun = 32;
  static constexpr int kOffset = offset;
  static constexpr bool kLeast = false, kZero = false;
  using Scales = RunScales<1>;
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) { s.scale[0] = half(b); }
};
/// The same with a least number, which is added.
template <typename Portable>
struct ScaleAndLeast : OneScale<Portable, 0> {
  static constexpr bool kLeast = true;
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, RunScales<1>& s) {
    s.scale[0] = half(b);
    s.least[0] = -half(b + 2);
  }
};

struct Q8_0 : OneScale<blocks::Q8_0, 128> {
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) {
    return _mm256_xor_si256(load32(b + 2), _mm256_set1_epi8(static_cast<char>(0x80)));
  }
};
struct Q4_0 : OneScale<blocks::Q4_0, 8> {
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) { return splitNibbles(b + 2); }
};
struct Q4_1 : ScaleAndLeast<blocks::Q4_1> {
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) { return splitNibbles(b + 4); }
};
struct Q5_0 : OneScale<blocks::Q5_0, 16> {
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) {
    return _mm256_or_si256(splitNibbles(b + 6), bytesOfBits(longWordAt(b, 2), 16));
  }
};
struct Q5_1 : ScaleAndLeast<blocks::Q5_1> {
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) {
    return _mm256_or_si256(splitNibbles(b + 8), bytesOfBits(longWordAt(b, 4), 16));
  }
};
struct Iq4Nl : OneScale<blocks::Iq4Nl, 128> {
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) {
    return lookUp(kUnevenLevels, kOffset, splitNibbles(b + 2));
  }
};
struct Mxfp4 : OneScale<blocks::Mxfp4, 12> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) {
    s.scale[0] = blocks::Mxfp4::scaleOf(byteAt(b, 0));
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) {
    return lookUp(kTwiceE2m1, kOffset, splitNibbles(b + 1));
  }
};

struct ScaleAndZero : RunScales<1> {
  float zero;
};
template <typename Portable>
struct CodesAboveZero : OneScale<Portable, 0> {
  static constexpr bool kLeast = true, kZero = true;
  using Scales = ScaleAndZero;
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) {
    s.scale[0] = floatAt(b);
    s.zero = floatOf(static_cast<std::int16_t>(wordAt(b, 4)));
    s.least[0] = s.scale[0] * s.zero;
  }
};
struct Int8 : CodesAboveZero<blocks::Int8> {
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) { return load32(b + 6); }
};
struct Int4 : CodesAboveZero<blocks::Int4> {
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) { return splitNibbles(b + 6); }
};

/// What the formats of several runs share.
template <typename Portable, Index run, int offset, bool least = false>
struct Runs {
  static constexpr Index kNumbers = Portable::kNumbers, kBytes = Portable::kBytes, kRun = run;
  static constexpr int kOffset = offset;
  static constexpr bool kLeast = least, kZero = false;
  using Scales = RunScales<kNumbers / run>;
};

struct Q1_0 : Runs<blocks::Q1_0, 128, 1> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) { s.scale[0] = half(b); }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return bytesOfBits(longWordAt(b, 2 + 4 * c), 2);
  }
};
struct Q2_0 : Runs<blocks::Q2_0, 64, 1> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) { s.scale[0] = half(b); }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    // Each of eight bytes four times, two bits of it left; they are then in place, or two places up.
    const __m256i places = _mm256_setr_epi32(0, 0x01010101, 0x02020202, 0x03030303, 0x04040404, 0x05050505, 0x06060606,
                                             0x07070707);
    const __m256i moved = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 2, 3, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0));
    const auto low = static_cast<int>(longWordAt(b, 2 + 8 * c)), high = static_cast<int>(longWordAt(b, 6 + 8 * c));
    const __m256i bytes = _mm256_broadcastsi128_si256(_mm_setr_epi32(low, high, 0, 0));
    const __m256i bits = _mm256_and_si256(_mm256_shuffle_epi8(bytes, places),
                                          _mm256_set1_epi32(static_cast<int>(0xc0300c03u)));
    return _mm256_shuffle_epi8(moved, bitsOf(_mm256_or_si256(bits, _mm256_srli_epi16(bits, 4)), 0, 15));
  }
};

struct Nvfp4 : Runs<blocks::Nvfp4, 16, 12> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) {
    for (Index i = 0; i < 4; ++i) s.scale[i] = 0.5F * blocks::Nvfp4::scaleOf(byteAt(b, i));
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    const __m128i bytes = load16(b + 4 + 16 * c), mask = _mm_set1_epi8(15);
    const __m128i low = _mm_and_si128(bytes, mask), high = _mm_and_si128(_mm_srli_epi16(bytes, 4), mask);
    return lookUp(kTwiceE2m1, kOffset, _mm256_set_m128i(_mm_unpackhi_epi64(low, high), _mm_unpacklo_epi64(low, high)));
  }
};

/// 8 or 16 whole numbers of 8 bits, each times `factor`.
HEADLIGHT_AVX2_INLINE void scaleBytes(__m128i bytes, float factor, float* out) {
  _mm256_store_ps(out, _mm256_mul_ps(_mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes)), _mm256_set1_ps(factor)));
}
HEADLIGHT_AVX2_INLINE void scaleSixteen(__m128i bytes, float factor, float* out) {
  scaleBytes(bytes, factor, out);
  scaleBytes(_mm_unpackhi_epi64(bytes, bytes), factor, out + 8);
}

struct Q2K : Runs<blocks::Q2K, 16, 0, true> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) {
    const __m128i packed = load16(b), mask = _mm_set1_epi8(15);
    scaleSixteen(_mm_and_si128(packed, mask), half(b + 80), s.scale);
    scaleSixteen(_mm_and_si128(_mm_srli_epi16(packed, 4), mask), half(b + 82), s.least);
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return bitsOf(load32(b + 16 + 32 * (c / 4)), 2 * (c % 4), 3);
  }
};

struct Q3K : Runs<blocks::Q3K, 16, 4> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) {
    const std::uint32_t first = longWordAt(b, 96), second = longWordAt(b, 100), high = longWordAt(b, 104);
    const auto word = [](std::uint32_t low, std::uint32_t top) {
      return static_cast<int>((low & 0x0f0f0f0fu) | (top & 0x03030303u) << 4);
    };
    const __m128i codes = _mm_setr_epi32(word(first, high), word(second, high >> 2), word(first >> 4, high >> 4),
                                         word(second >> 4, high >> 6));
    scaleSixteen(_mm_sub_epi8(codes, _mm_set1_epi8(32)), half(b + 108), s.scale);
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return _mm256_or_si256(bitsOf(load32(b + 32 + 32 * (c / 4)), 2 * (c % 4), 3),
                           bitsOf(load32(b), c - 2, 4));
  }
};

/// Scales and least numbers in 12 bytes, as packedScaleAt() reads them one by one.
HEADLIGHT_AVX2_INLINE void readPacked(const std::byte* b, RunScales<8>& s) {
  const std::uint32_t first = longWordAt(b, 4), second = longWordAt(b, 8), third = longWordAt(b, 12);
  const auto word = [](std::uint32_t low, std::uint32_t top) {
    return static_cast<int>((low & 0x0f0f0f0fu) | (top >> 2 & 0x30303030u));
  };
  constexpr std::uint32_t kSix = 0x3f3f3f3fu;
  scaleBytes(_mm_setr_epi32(static_cast<int>(first & kSix), word(third, first), 0, 0), half(b), s.scale);
  scaleBytes(_mm_setr_epi32(static_cast<int>(second & kSix), word(third >> 4, second), 0, 0), half(b + 2), s.least);
}

struct Q4K : Runs<blocks::Q4K, 32, 0, true> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) { readPacked(b, s); }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return bitsOf(load32(b + 16 + 32 * (c / 2)), 4 * (c % 2), 15);
  }
};

struct Q5K : Runs<blocks::Q5K, 32, 0, true> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) { readPacked(b, s); }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return _mm256_or_si256(bitsOf(load32(b + 48 + 32 * (c / 2)), 4 * (c % 2), 15),
                           bitsOf(load32(b + 16), c - 4, 16));
  }
};

struct Q6K : Runs<blocks::Q6K, 16, 32> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) {
    scaleSixteen(load16(b + 192), half(b + 208), s.scale);
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    const Index half = c / 4, part = c % 4;
    return _mm256_or_si256(bitsOf(load32(b + 64 * half + 32 * (part % 2)), 4 * (part / 2), 15),
                           bitsOf(load32(b + 128 + 32 * half), 2 * part - 4, 0x30));
  }
};

struct Iq4Xs : Runs<blocks::Iq4Xs, 32, 128> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) {
    const float d = half(b);
    const Index high = wordAt(b, 2);
    for (Index run = 0; run < 8; ++run) {
      const Index low = byteAt(b, 4 + run / 2) >> (4 * (run % 2)) & 15;
      s.scale[run] = d * floatOf((low | (high >> (2 * run) & 3) << 4) - 32);
    }
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return lookUp(kUnevenLevels, kOffset, splitNibbles(b + 8 + 16 * c));
  }
};

struct Tq2_0 : Runs<blocks::Tq2_0, 256, 1> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s) { s.scale[0] = half(b + 64); }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return bitsOf(load32(b + 32 * (c / 4)), 2 * (c % 4), 3);
  }
};

}  // namespace headlight::blocks::avx2
