#pragma once

#include <immintrin.h>

#include <algorithm>

#include "core/checkpoint/blocks/coded_blocks.h"
#include "core/checkpoint/blocks/k_blocks.h"
#include "core/checkpoint/blocks/simple_blocks.h"

namespace headlight::blocks::avx2 {

// The packed formats as codes of 8 bits, 32 in a vector (a chunk), in the order of the numbers. Each says how many
// numbers a block holds in how many bytes (as the portable format of the same name), how many runs with a scale of
// their own are in 256 numbers (kRuns: runs of 16 or 32; longer ones repeat their scale), and how its numbers become of
// the codes: scale · (code - kOffset), or scale · code - least where kLeast. Where kZero the latter is how products are
// made, and the numbers are scale · (code - zero). Codes have no sign unless kSigned. read() puts the scales of a block
// at run `at`; readAll(), those of all blocks of 256 numbers. Where words() are quicker to have than codes, they come
// in two halves (kHalves). The scales of 16 runs that are a factor times whole numbers of 8 bits are had apart, too:
// factor() and factorsOfRuns(); codes times the latter are sums of kWholeParts numbers of bfloat16.

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

/// 32 codes as whole numbers of 16 bits.
struct Words {
  __m256i first, second;
};
/// Split nibbles: the low halves of 16 bytes, and their high halves.
HEADLIGHT_AVX2_INLINE Words nibbleWords(const std::byte* at) {
  const __m256i bytes = _mm256_cvtepu8_epi16(load16(at));
  return {_mm256_and_si256(bytes, _mm256_set1_epi16(15)), _mm256_srli_epi16(bytes, 4)};
}
/// Chunk `chunk` of the blocks at `b`: what words() gives, or the codes at even and at odd places.
template <typename Block>
HEADLIGHT_AVX2_INLINE Words wordsOf(const std::byte* b, Index chunk) {
  constexpr Index kEach = Block::kNumbers / 32;
  b += chunk / kEach * Block::kBytes;
  if constexpr (Block::kHalves) {
    return Block::words(b);
  } else {
    const __m256i codes = Block::codes(b, chunk % kEach);
    return {_mm256_and_si256(codes, _mm256_set1_epi16(0xff)), _mm256_srli_epi16(codes, 8)};
  }
}

template <Index runs>
struct RunScales {
  alignas(32) float scale[runs], least[runs];
};

/// What all formats share unless they say otherwise.
template <typename Portable, Index runs, int offset>
struct Coded {
  static constexpr Index kNumbers = Portable::kNumbers, kBytes = Portable::kBytes, kRuns = runs;
  static constexpr int kOffset = offset;
  static constexpr bool kLeast = false, kZero = false, kSigned = false, kHalves = false;
  using Scales = RunScales<runs>;
};

/// Puts numbers that are made one by one together in vectors, which the processor reads again at once; what it wrote
/// one by one it could not.
template <Index runs, typename At>
HEADLIGHT_AVX2_INLINE void putRuns(float* out, At at) {
  static_assert(runs % 8 == 0);
#pragma GCC unroll 2
  for (Index i = 0; i < runs; i += 8)
    _mm256_store_ps(out + i, _mm256_setr_ps(at(i), at(i + 1), at(i + 2), at(i + 3), at(i + 4), at(i + 5), at(i + 6),
                                            at(i + 7)));
}
/// The half-precision numbers at the same place of eight blocks.
template <Index bytes>
HEADLIGHT_AVX2_INLINE __m256 eightHalves(const std::byte* at) {
  const auto four = [](const std::byte* from) {
    std::uint64_t words = 0;
    for (Index i = 0; i < 4; ++i) words |= std::uint64_t{wordAt(from, i * bytes)} << (16 * i);
    return static_cast<long long>(words);
  };
  return _mm256_cvtph_ps(_mm_set_epi64x(four(at + 4 * bytes), four(at)));
}

/// What the formats with one scale for 32 numbers share.
template <typename Portable, int offset>
struct OneScale : Coded<Portable, 8, offset> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, RunScales<8>& s, Index at) { s.scale[at] = half(b); }
  HEADLIGHT_AVX2_INLINE static void readAll(const std::byte* b, RunScales<8>& s) {
    _mm256_store_ps(s.scale, eightHalves<Portable::kBytes>(b));
  }
};
/// The same with a least number, which is added.
template <typename Portable>
struct ScaleAndLeast : OneScale<Portable, 0> {
  static constexpr bool kLeast = true;
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, RunScales<8>& s, Index at) {
    s.scale[at] = half(b);
    s.least[at] = -half(b + 2);
  }
  HEADLIGHT_AVX2_INLINE static void readAll(const std::byte* b, RunScales<8>& s) {
    _mm256_store_ps(s.scale, eightHalves<Portable::kBytes>(b));
    _mm256_store_ps(s.least, _mm256_sub_ps(_mm256_setzero_ps(), eightHalves<Portable::kBytes>(b + 2)));
  }
};

struct Q8_0 : OneScale<blocks::Q8_0, 0> {
  static constexpr bool kSigned = true, kHalves = true;
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) { return load32(b + 2); }
  HEADLIGHT_AVX2_INLINE static Words words(const std::byte* b) {
    return {_mm256_cvtepi8_epi16(load16(b + 2)), _mm256_cvtepi8_epi16(load16(b + 18))};
  }
};
struct Q4_0 : OneScale<blocks::Q4_0, 8> {
  static constexpr bool kHalves = true;
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) { return splitNibbles(b + 2); }
  HEADLIGHT_AVX2_INLINE static Words words(const std::byte* b) { return nibbleWords(b + 2); }
};
struct Q4_1 : ScaleAndLeast<blocks::Q4_1> {
  static constexpr bool kHalves = true;
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) { return splitNibbles(b + 4); }
  HEADLIGHT_AVX2_INLINE static Words words(const std::byte* b) { return nibbleWords(b + 4); }
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
struct Mxfp4 : Coded<blocks::Mxfp4, 8, 12> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index at) {
    s.scale[at] = blocks::Mxfp4::scaleOf(byteAt(b, 0));
  }
  HEADLIGHT_AVX2_INLINE static void readAll(const std::byte* b, Scales& s) {
    const auto exponent = [&](Index i) { return static_cast<int>(byteAt(b, i * kBytes)); };
    const __m256i e = _mm256_setr_epi32(exponent(0), exponent(1), exponent(2), exponent(3), exponent(4), exponent(5),
                                        exponent(6), exponent(7));
    const __m256i two = _mm256_set1_epi32(2), one = _mm256_set1_epi32(1);
    const __m256i normal = _mm256_slli_epi32(_mm256_sub_epi32(e, one), 23);
    const __m256i subnormal = _mm256_sllv_epi32(_mm256_set1_epi32(0x00200000), e);
    const __m256i scales = _mm256_blendv_epi8(normal, subnormal, _mm256_cmpgt_epi32(two, e));
    _mm256_store_ps(s.scale, _mm256_castsi256_ps(scales));
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) {
    return lookUp(kTwiceE2m1, kOffset, splitNibbles(b + 1));
  }
};

struct ScaleAndZero : RunScales<8> {
  float zero;
};
template <typename Portable>
struct CodesAboveZero : Coded<Portable, 8, 0> {
  static constexpr bool kLeast = true, kZero = true;
  using Scales = ScaleAndZero;
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index at) {
    s.scale[at] = floatAt(b);
    s.zero = floatOf(static_cast<std::int16_t>(wordAt(b, 4)));
    s.least[at] = s.scale[at] * s.zero;
  }
  /// Those of blocks `at`, at + 1, at + 4 and at + 5.
  HEADLIGHT_AVX2_INLINE static __m256 beginnings(const std::byte* b, Index at) {
    const auto pair = [&](Index i) { return reinterpret_cast<const double*>(b + i * Portable::kBytes); };
    const __m128d low = _mm_loadh_pd(_mm_load_sd(pair(at)), pair(at + 1));
    const __m128d high = _mm_loadh_pd(_mm_load_sd(pair(at + 4)), pair(at + 5));
    return _mm256_castpd_ps(_mm256_set_m128d(high, low));
  }
  HEADLIGHT_AVX2_INLINE static void readAll(const std::byte* b, Scales& s) {
    // A scale and a zero point in the eight bytes that a block begins with.
    const __m256 even = beginnings(b, 0), odd = beginnings(b, 2);
    const __m256 scale = _mm256_shuffle_ps(even, odd, 0x88);
    const __m256i words = _mm256_castps_si256(_mm256_shuffle_ps(even, odd, 0xdd));
    const __m256i zero = _mm256_srai_epi32(_mm256_slli_epi32(words, 16), 16);
    _mm256_store_ps(s.scale, scale);
    _mm256_store_ps(s.least, _mm256_mul_ps(scale, _mm256_cvtepi32_ps(zero)));
  }
};
struct Int8 : CodesAboveZero<blocks::Int8> {
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) { return load32(b + 6); }
};
struct Int4 : CodesAboveZero<blocks::Int4> {
  static constexpr bool kHalves = true;
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index) { return splitNibbles(b + 6); }
  HEADLIGHT_AVX2_INLINE static Words words(const std::byte* b) { return nibbleWords(b + 6); }
};

struct Q1_0 : Coded<blocks::Q1_0, 8, 1> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index at) {
    std::fill_n(s.scale + at, 4, half(b));
  }
  HEADLIGHT_AVX2_INLINE static void readAll(const std::byte* b, Scales& s) {
    const float first = half(b), second = half(b + kBytes);
    putRuns<8>(s.scale, [&](Index run) { return run < 4 ? first : second; });
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return bytesOfBits(longWordAt(b, 2 + 4 * c), 2);
  }
};
struct Q2_0 : Coded<blocks::Q2_0, 8, 1> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index at) {
    std::fill_n(s.scale + at, 2, half(b));
  }
  HEADLIGHT_AVX2_INLINE static void readAll(const std::byte* b, Scales& s) {
    const float scale[4] = {half(b), half(b + kBytes), half(b + 2 * kBytes), half(b + 3 * kBytes)};
    putRuns<8>(s.scale, [&](Index run) { return scale[run / 2]; });
  }
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

struct Nvfp4 : Coded<blocks::Nvfp4, 16, 12> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index at) {
    for (Index i = 0; i < 4; ++i) s.scale[at + i] = 0.5F * blocks::Nvfp4::scaleOf(byteAt(b, i));
  }
  HEADLIGHT_AVX2_INLINE static void readAll(const std::byte* b, Scales& s) {
    putRuns<16>(s.scale, [&](Index i) { return 0.5F * blocks::Nvfp4::scaleOf(byteAt(b, i / 4 * kBytes + i % 4)); });
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

struct Q2K : Coded<blocks::Q2K, 16, 0> {
  static constexpr bool kLeast = true;
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    const __m128i packed = load16(b), mask = _mm_set1_epi8(15);
    scaleSixteen(_mm_and_si128(packed, mask), half(b + 80), s.scale);
    scaleSixteen(_mm_and_si128(_mm_srli_epi16(packed, 4), mask), half(b + 82), s.least);
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return bitsOf(load32(b + 16 + 32 * (c / 4)), 2 * (c % 4), 3);
  }
};

struct Q3K : Coded<blocks::Q3K, 16, 4> {
  static constexpr int kWholeParts = 1;
  HEADLIGHT_AVX2_INLINE static float factor(const std::byte* b) { return half(b + 108); }
  HEADLIGHT_AVX2_INLINE static __m128i factorsOfRuns(const std::byte* b) {
    const std::uint32_t first = longWordAt(b, 96), second = longWordAt(b, 100), high = longWordAt(b, 104);
    const auto word = [](std::uint32_t low, std::uint32_t top) {
      return static_cast<int>((low & 0x0f0f0f0fu) | (top & 0x03030303u) << 4);
    };
    const __m128i codes = _mm_setr_epi32(word(first, high), word(second, high >> 2), word(first >> 4, high >> 4),
                                         word(second >> 4, high >> 6));
    return _mm_sub_epi8(codes, _mm_set1_epi8(32));
  }
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    scaleSixteen(factorsOfRuns(b), factor(b), s.scale);
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

struct Q4K : Coded<blocks::Q4K, 8, 0> {
  static constexpr bool kLeast = true;
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) { readPacked(b, s); }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return bitsOf(load32(b + 16 + 32 * (c / 2)), 4 * (c % 2), 15);
  }
};

struct Q5K : Coded<blocks::Q5K, 8, 0> {
  static constexpr bool kLeast = true;
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) { readPacked(b, s); }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return _mm256_or_si256(bitsOf(load32(b + 48 + 32 * (c / 2)), 4 * (c % 2), 15),
                           bitsOf(load32(b + 16), c - 4, 16));
  }
};

struct Q6K : Coded<blocks::Q6K, 16, 32> {
  static constexpr int kWholeParts = 2;
  HEADLIGHT_AVX2_INLINE static float factor(const std::byte* b) { return half(b + 208); }
  HEADLIGHT_AVX2_INLINE static __m128i factorsOfRuns(const std::byte* b) { return load16(b + 192); }
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    scaleSixteen(factorsOfRuns(b), factor(b), s.scale);
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    const Index half = c / 4, part = c % 4;
    return _mm256_or_si256(bitsOf(load32(b + 64 * half + 32 * (part % 2)), 4 * (part / 2), 15),
                           bitsOf(load32(b + 128 + 32 * half), 2 * part - 4, 0x30));
  }
};

struct Iq4Xs : Coded<blocks::Iq4Xs, 8, 128> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    const float d = half(b);
    const Index high = wordAt(b, 2);
    putRuns<8>(s.scale, [&](Index run) {
      const Index low = byteAt(b, 4 + run / 2) >> (4 * (run % 2)) & 15;
      return d * floatOf((low | (high >> (2 * run) & 3) << 4) - 32);
    });
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return lookUp(kUnevenLevels, kOffset, splitNibbles(b + 8 + 16 * c));
  }
};

struct Tq2_0 : Coded<blocks::Tq2_0, 8, 1> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    std::fill_n(s.scale, 8, half(b + 64));
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return bitsOf(load32(b + 32 * (c / 4)), 2 * (c % 4), 3);
  }
};

}  // namespace headlight::blocks::avx2
