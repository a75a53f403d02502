#pragma once

#include "core/checkpoint/blocks/avx2_blocks.h"

namespace headlight::blocks::vnni {

// The packed formats as vectors of 64 codes of 8 bits, two of them for each 128 numbers, in whatever order is read
// quickest. What numbers are made of the codes is said where avx2_blocks.h describes the format.

#define HEADLIGHT_VNNI __attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512vnni")))
#define HEADLIGHT_VNNI_INLINE \
  inline __attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512vnni"), always_inline))

/// Numbers that are read together: in pieces of 16, and in vectors of four pieces, two of them of each half.
inline constexpr Index kPart = 256, kHalf = 128, kPiece = 16, kVector = 64, kVectors = kPart / kVector;

/// The pieces of each vector.
using Order = std::array<std::array<Index, kVector / kPiece>, kVectors>;
inline constexpr Order kInOrder{{{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}, {12, 13, 14, 15}}};
/// The first and the second 16 numbers of each of four blocks of 32.
inline constexpr Order kOfFourBlocks{{{0, 2, 4, 6}, {1, 3, 5, 7}, {8, 10, 12, 14}, {9, 11, 13, 15}}};
/// Runs of 32 numbers whose nibbles share 32 bytes with the next run's.
inline constexpr Order kOfFourRuns{{{0, 1, 4, 5}, {2, 3, 6, 7}, {8, 9, 12, 13}, {10, 11, 14, 15}}};

struct Codes {
  __m512i first, second;
};

HEADLIGHT_VNNI_INLINE __m512i load64(const std::byte* at) { return _mm512_loadu_si512(at); }
/// 32 bytes, and 32 others behind them.
HEADLIGHT_VNNI_INLINE __m512i join(__m256i first, __m256i second) {
  return _mm512_inserti64x4(_mm512_castsi256_si512(first), second, 1);
}
/// The same 32 bytes twice.
HEADLIGHT_VNNI_INLINE __m512i twice(const std::byte* at) { return _mm512_broadcast_i64x4(avx2::load32(at)); }
/// 16-bit shifts of the first and of the second half of a vector.
HEADLIGHT_VNNI_INLINE __m512i shiftsOf(int first, int second) {
  return join(_mm256_set1_epi16(static_cast<short>(first)), _mm256_set1_epi16(static_cast<short>(second)));
}
/// The low and the high halves of 64 bytes.
HEADLIGHT_VNNI_INLINE Codes nibblesOf(__m512i bytes) {
  const __m512i low = _mm512_set1_epi8(15);
  return {_mm512_and_si512(bytes, low), _mm512_and_si512(_mm512_srli_epi16(bytes, 4), low)};
}
/// `codes` with those bits of `more` that are set in each byte of `mask`.
HEADLIGHT_VNNI_INLINE __m512i withBits(__m512i codes, __m512i more, int mask) {
  constexpr int kFirstOrSecondAndThird = 0xf8;
  return _mm512_ternarylogic_epi32(codes, more, _mm512_set1_epi8(static_cast<char>(mask)), kFirstOrSecondAndThird);
}
/// The nibbles of four blocks, which lie at `at` in each.
template <typename Block>
HEADLIGHT_VNNI_INLINE Codes nibblesOfBlocks(const std::byte* b, Index at) {
  constexpr Index kBytes = Block::kBytes;
  b += at;
  __m512i bytes = _mm512_castsi128_si512(avx2::load16(b));
  bytes = _mm512_mask_broadcast_i32x4(bytes, 0x00f0, avx2::load16(b + kBytes));
  bytes = _mm512_mask_broadcast_i32x4(bytes, 0x0f00, avx2::load16(b + 2 * kBytes));
  bytes = _mm512_mask_broadcast_i32x4(bytes, 0xf000, avx2::load16(b + 3 * kBytes));
  return nibblesOf(bytes);
}
/// Entry `nibble` of a table of 16 for each.
HEADLIGHT_VNNI_INLINE Codes lookUp(const std::array<float, 16>& table, int offset, Codes nibbles) {
  alignas(16) std::int8_t codes[16];
  for (std::size_t i = 0; i < 16; ++i) codes[i] = static_cast<std::int8_t>(static_cast<int>(table[i]) + offset);
  const __m512i entries = _mm512_broadcast_i32x4(_mm_load_si128(reinterpret_cast<const __m128i*>(codes)));
  return {_mm512_shuffle_epi8(entries, nibbles.first), _mm512_shuffle_epi8(entries, nibbles.second)};
}
/// The half-precision numbers at the same place of eight blocks, two loads for all.
template <Index bytes>
HEADLIGHT_VNNI_INLINE __m256 eightHalves(const std::byte* at) {
  static_assert(bytes % 2 == 0 && 3 * bytes + 2 <= 64);
  constexpr short kWords = bytes / 2;
  const __m512i places = _mm512_zextsi128_si512(
      _mm_setr_epi16(0, kWords, 2 * kWords, 3 * kWords, 32, 32 + kWords, 32 + 2 * kWords, 32 + 3 * kWords));
  const __m512i words = _mm512_permutex2var_epi16(load64(at), places, load64(at + 4 * bytes));
  return _mm256_cvtph_ps(_mm512_castsi512_si128(words));
}

/// How the codes of a format are read: half `half` of the blocks at `b` that make up a part, and their scales. In order
/// and chunk by chunk, unless there is a quicker way.
template <typename Block>
struct InOrder {
  static constexpr Order kOrder = kInOrder;
  HEADLIGHT_VNNI_INLINE static __m512i twoChunks(const std::byte* b, Index chunk) {
    constexpr Index kEach = Block::kNumbers / 32;
    const __m512i codes = join(Block::codes(b + chunk / kEach * Block::kBytes, chunk % kEach),
                               Block::codes(b + (chunk + 1) / kEach * Block::kBytes, (chunk + 1) % kEach));
    return Block::kSigned ? _mm512_xor_si512(codes, _mm512_set1_epi8(static_cast<char>(0x80))) : codes;
  }
  HEADLIGHT_VNNI_INLINE static Codes codes(const std::byte* b, Index half) {
    return {twoChunks(b, 4 * half), twoChunks(b, 4 * half + 2)};
  }
  HEADLIGHT_VNNI_INLINE static void read(const std::byte* b, typename Block::Scales& scales) {
    constexpr Index kBlocks = kPart / Block::kNumbers;
    if constexpr (requires { Block::readAll(b, scales); })
      Block::readAll(b, scales);
    else
      for (Index i = 0; i < kBlocks; ++i) Block::read(b + i * Block::kBytes, scales, i * (Block::kRuns / kBlocks));
  }
};
template <typename Block>
struct Layout : InOrder<Block> {};

/// Blocks of 32 numbers in split nibbles, which lie at `at`.
template <typename Block, Index at>
struct SplitNibbles : InOrder<Block> {
  static constexpr Order kOrder = kOfFourBlocks;
  HEADLIGHT_VNNI_INLINE static Codes codes(const std::byte* b, Index half) {
    return nibblesOfBlocks<Block>(b + 4 * half * Block::kBytes, at);
  }
};
template <>
struct Layout<avx2::Q4_0> : SplitNibbles<avx2::Q4_0, 2> {
  HEADLIGHT_VNNI_INLINE static void read(const std::byte* b, avx2::RunScales<8>& s) {
    _mm256_store_ps(s.scale, eightHalves<avx2::Q4_0::kBytes>(b));
  }
};
template <>
struct Layout<avx2::Q4_1> : SplitNibbles<avx2::Q4_1, 4> {
  HEADLIGHT_VNNI_INLINE static void read(const std::byte* b, avx2::RunScales<8>& s) {
    _mm256_store_ps(s.scale, eightHalves<avx2::Q4_1::kBytes>(b));
    _mm256_store_ps(s.least, _mm256_sub_ps(_mm256_setzero_ps(), eightHalves<avx2::Q4_1::kBytes>(b + 2)));
  }
};
template <>
struct Layout<avx2::Int4> : SplitNibbles<avx2::Int4, 6> {};
template <>
struct Layout<avx2::Iq4Nl> : SplitNibbles<avx2::Iq4Nl, 2> {
  HEADLIGHT_VNNI_INLINE static Codes codes(const std::byte* b, Index half) {
    return lookUp(kUnevenLevels, avx2::Iq4Nl::kOffset, SplitNibbles::codes(b, half));
  }
  HEADLIGHT_VNNI_INLINE static void read(const std::byte* b, avx2::RunScales<8>& s) {
    _mm256_store_ps(s.scale, eightHalves<avx2::Iq4Nl::kBytes>(b));
  }
};
template <>
struct Layout<avx2::Mxfp4> : SplitNibbles<avx2::Mxfp4, 1> {
  HEADLIGHT_VNNI_INLINE static Codes codes(const std::byte* b, Index half) {
    return lookUp(kTwiceE2m1, avx2::Mxfp4::kOffset, SplitNibbles::codes(b, half));
  }
};
template <>
struct Layout<avx2::Q4K> : InOrder<avx2::Q4K> {
  static constexpr Order kOrder = kOfFourRuns;
  HEADLIGHT_VNNI_INLINE static Codes codes(const std::byte* b, Index half) {
    return nibblesOf(load64(b + 16 + 64 * half));
  }
};
template <>
struct Layout<avx2::Q5K> : InOrder<avx2::Q5K> {
  static constexpr Order kOrder = kOfFourRuns;
  HEADLIGHT_VNNI_INLINE static Codes codes(const std::byte* b, Index half) {
    const Codes low = nibblesOf(load64(b + 48 + 64 * half));
    // Run r has its fifth bits in bits r.
    const __m512i fifth = twice(b + 16);
    const __m512i first =
        half == 0 ? _mm512_sllv_epi16(fifth, shiftsOf(4, 2)) : _mm512_srlv_epi16(fifth, shiftsOf(0, 2));
    const __m512i second =
        half == 0 ? _mm512_sllv_epi16(fifth, shiftsOf(3, 1)) : _mm512_srlv_epi16(fifth, shiftsOf(1, 3));
    return {withBits(low.first, first, 0x10), withBits(low.second, second, 0x10)};
  }
};
template <>
struct Layout<avx2::Q6K> : InOrder<avx2::Q6K> {
  HEADLIGHT_VNNI_INLINE static Codes codes(const std::byte* b, Index half) {
    const Codes low = nibblesOf(load64(b + 64 * half));
    // Chunk c of a half has its two upper bits in bits 2c.
    const __m512i upper = twice(b + 128 + 32 * half);
    return {withBits(low.first, _mm512_sllv_epi16(upper, shiftsOf(4, 2)), 0x30),
            withBits(low.second, _mm512_srlv_epi16(upper, shiftsOf(0, 2)), 0x30)};
  }
};

}  // namespace headlight::blocks::vnni
