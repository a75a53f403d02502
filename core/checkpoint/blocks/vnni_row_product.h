#pragma once

#include "core/checkpoint/blocks/avx2_row_product.h"

namespace headlight::blocks::vnni {

// Products of one row x with rows of a packed format, as avx2_row_product.h has them, by instructions that multiply 64
// codes of 8 bits with as many digits at once. Each 32 numbers of x become whole numbers of 24 bits with a common step,
// and those three digits of 8 bits with signs: what is lost is below single precision of the largest of them. How far
// codes lie above the numbers is taken from what sums begin with; least numbers go through sums of x.

using avx2::kChunk, avx2::kChunks, avx2::kPart;
inline constexpr Index kPair = 2 * kChunk, kPairs = kPart / kPair;

#define HEADLIGHT_VNNI __attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512vnni")))
#define HEADLIGHT_VNNI_INLINE \
  inline __attribute__((target("avx2,fma,f16c,avx512f,avx512bw,avx512vl,avx512vnni"), always_inline))

/// kPart numbers of x, for a format with that many runs in them.
template <Index runs>
struct alignas(64) DigitPart {
  struct Pair {
    std::int8_t digits[3][kPair];    ///< The lowest first.
    std::int32_t low[16], high[16];  ///< What sums of the two lower digits, and of the highest, begin with.
  };
  Pair pairs[kPairs];
  float step[runs], sum[runs];  ///< The step and the sum of the numbers of each run.
};

/// How far codes lie above the numbers, as bytes without a sign.
template <typename Block>
inline constexpr int kAbove = Block::kSigned  ? 128
                              : Block::kLeast ? 0
                                              : Block::kOffset;

/// Whether codes have least numbers and at most 5 bits: sums of all three digits are then whole numbers of 32 bits.
template <typename Block>
inline constexpr bool kNarrow = Block::kLeast;
template <>
inline constexpr bool kNarrow<avx2::Int8> = false;

/// Splits 32 numbers; whether it could, as avx2::splitChunk().
template <typename Block>
HEADLIGHT_VNNI_INLINE bool splitChunk(const float* x, Index chunk, DigitPart<Block::kRuns>& out) {
  constexpr std::uint32_t kLeast = std::bit_cast<std::uint32_t>(0x1p-60F),
                          kMost = std::bit_cast<std::uint32_t>(0x1p60F), kExponent = 0x7f800000u;
  __m256 numbers[4];
  for (Index i = 0; i < 4; ++i) numbers[i] = _mm256_loadu_ps(x + 8 * i);
  const std::uint32_t most = avx2::mostOf(numbers);
  if (most != 0 && (most < kLeast || most > kMost)) return false;
  // The largest number is 2^22 to 2^23 steps, or half of that where three digits would not quite do.
  constexpr std::uint32_t kTooMuch = 0x20000;
  const float power = most == 0 ? 1.0F : std::bit_cast<float>((most + kTooMuch) & kExponent), step = power * 0x1p-22F;
  for (Index half = 0; half < 2; ++half) {
    const __m512 scaled = _mm512_mul_ps(_mm512_loadu_ps(x + 16 * half), _mm512_set1_ps(1 / step));
    // With 128 added to each digit they are bytes without a sign, and a byte's highest bit takes it away again.
    const __m512i bytes = _mm512_add_epi32(_mm512_cvtps_epi32(scaled), _mm512_set1_epi32(0x808080));
    std::int8_t* to = out.pairs[chunk / 2].digits[0] + chunk % 2 * kChunk + 16 * half;
    const __m128i sign = _mm_set1_epi8(static_cast<char>(0x80));
    const __m512i digits[3] = {bytes, _mm512_srli_epi32(bytes, 8), _mm512_srli_epi32(bytes, 16)};
    for (const __m512i& digit : digits) {
      _mm_store_si128(reinterpret_cast<__m128i*>(to), _mm_xor_si128(_mm512_cvtepi32_epi8(digit), sign));
      to += kPair;
    }
  }
  constexpr Index kEach = Block::kRuns / kChunks;  // Runs of a chunk: 1 or 2.
  for (Index i = 0; i < kEach; ++i) {
    out.step[kEach * chunk + i] = step;
    if constexpr (Block::kLeast)
      out.sum[kEach * chunk + i] = avx2::sumOfLanes(
          kEach == 1 ? _mm256_add_ps(_mm256_add_ps(numbers[0], numbers[1]), _mm256_add_ps(numbers[2], numbers[3]))
                     : _mm256_add_ps(numbers[2 * i], numbers[2 * i + 1]));
  }
  return true;
}

/// Splits the `n` numbers of x, whole chunks; behind them the last part has zeros. Whether it could.
template <typename Block>
HEADLIGHT_VNNI bool split(const float* x, Index n, std::span<DigitPart<Block::kRuns>> parts) {
  for (auto& part : parts) {
    const Index chunks = std::min(n / kChunk, kChunks);
    if (chunks < kChunks) part = {};
    for (Index c = 0; c < chunks; ++c)
      if (!splitChunk<Block>(x + c * kChunk, c, part)) return false;
    if constexpr (kAbove<Block> != 0) {
      const __m512i zero = _mm512_setzero_si512(), above = _mm512_set1_epi8(static_cast<char>(kAbove<Block>));
      for (auto& pair : part.pairs) {
        const __m512i middle = _mm512_dpbusd_epi32(zero, above, _mm512_load_si512(pair.digits[1]));
        const __m512i low = _mm512_dpbusd_epi32(_mm512_slli_epi32(middle, 8), above, _mm512_load_si512(pair.digits[0]));
        const __m512i high = _mm512_dpbusd_epi32(zero, above, _mm512_load_si512(pair.digits[2]));
        _mm512_store_si512(pair.low, _mm512_sub_epi32(zero, low));
        _mm512_store_si512(pair.high, _mm512_sub_epi32(zero, high));
      }
    }
    x += kPart;
    n -= kPart;
  }
  return true;
}

/// Where a block that is nothing but split nibbles has them, or 0.
template <typename Block>
inline constexpr Index kNibbles = 0;
template <>
inline constexpr Index kNibbles<avx2::Q4_0> = 2;
template <>
inline constexpr Index kNibbles<avx2::Q4_1> = 4;
template <>
inline constexpr Index kNibbles<avx2::Int4> = 6;

/// Split nibbles of two blocks.
HEADLIGHT_VNNI_INLINE __m512i twoSplitNibbles(const std::byte* first, const std::byte* second) {
  const __m256i bytes = _mm256_set_m128i(avx2::load16(second), avx2::load16(first));
  const __m512i halves = _mm512_inserti64x4(_mm512_zextsi256_si512(bytes), _mm256_srli_epi16(bytes, 4), 1);
  return _mm512_and_si512(_mm512_shuffle_i64x2(halves, halves, 0xd8), _mm512_set1_epi8(15));
}

/// The codes of chunk `chunk` of the blocks at `b`, and of the next one where there are two.
template <typename Block, bool two>
HEADLIGHT_VNNI_INLINE __m512i codesOf(const std::byte* b, Index chunk) {
  constexpr Index kEach = Block::kNumbers / kChunk;
  if constexpr (two && kNibbles<Block> != 0) {
    const std::byte* at = b + chunk * Block::kBytes + kNibbles<Block>;
    return twoSplitNibbles(at, at + Block::kBytes);
  }
  const __m256i first = Block::codes(b + chunk / kEach * Block::kBytes, chunk % kEach);
  __m512i codes = _mm512_zextsi256_si512(first);
  if constexpr (two)
    codes = _mm512_inserti64x4(codes, Block::codes(b + (chunk + 1) / kEach * Block::kBytes, (chunk + 1) % kEach), 1);
  return Block::kSigned ? _mm512_xor_si512(codes, _mm512_set1_epi8(static_cast<char>(0x80))) : codes;
}

/// The factor of each run of a pair, in the lanes of its products.
template <Index runs>
HEADLIGHT_VNNI_INLINE __m512 ofRuns(__m512 factors, Index pair) {
  const __m512i lanes = runs == kChunks ? _mm512_setr_epi32(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1)
                                        : _mm512_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
  const auto first = static_cast<int>(pair * (runs / kPairs));
  return _mm512_permutexvar_ps(_mm512_add_epi32(lanes, _mm512_set1_epi32(first)), factors);
}

/// The sums of one row: of the products of the higher digits, of the lowest, and of least numbers.
struct RowSums {
  __m512 high, low;
  __m256 rest;
};
/// The higher sums count so much.
template <typename Block>
inline constexpr float kHighStep = kNarrow<Block> ? 1.0F : 256.0F;

template <typename Block, bool two, Index rows>
HEADLIGHT_VNNI_INLINE void addPair(const DigitPart<Block::kRuns>& x, Index pair, const std::byte* b, std::size_t stride,
                                   const __m512* factors, RowSums* sums) {
  const auto& own = x.pairs[pair];
  const __m512i low = _mm512_load_si512(own.digits[0]), middle = _mm512_load_si512(own.digits[1]),
                high = _mm512_load_si512(own.digits[2]);
  const __m512i zero = _mm512_setzero_si512();
#pragma GCC unroll 2
  for (Index r = 0; r < rows; ++r) {
    const __m512i codes = codesOf<Block, two>(b + static_cast<std::size_t>(r) * stride, 2 * pair);
    const __m512 factor = ofRuns<Block::kRuns>(factors[r], pair);
    __m512i highs = _mm512_dpbusd_epi32(kAbove<Block> != 0 ? _mm512_load_si512(own.high) : zero, codes, high);
    highs = _mm512_dpbusd_epi32(_mm512_slli_epi32(highs, 8), codes, middle);
    if constexpr (kNarrow<Block>) {
      highs = _mm512_dpbusd_epi32(_mm512_slli_epi32(highs, 8), codes, low);
    } else {
      const __m512i lows = _mm512_dpbusd_epi32(kAbove<Block> != 0 ? _mm512_load_si512(own.low) : zero, codes, low);
      sums[r].low = _mm512_fmadd_ps(_mm512_cvtepi32_ps(lows), factor, sums[r].low);
    }
    sums[r].high = _mm512_fmadd_ps(_mm512_cvtepi32_ps(highs), factor, sums[r].high);
  }
}

/// Adds the products of a part with the blocks at `b`: all of its chunks where `whole`, or those of `blocks` blocks.
template <typename Block, bool whole, Index rows>
HEADLIGHT_VNNI_INLINE void addPart(const DigitPart<Block::kRuns>& x, const std::byte* b, std::size_t stride,
                                   Index blocks, RowSums* sums) {
  constexpr Index kRuns = Block::kRuns;
  __m512 factors[rows];
#pragma GCC unroll 2
  for (Index r = 0; r < rows; ++r) {
    const std::byte* row = b + static_cast<std::size_t>(r) * stride;
    fetch(row + rows * stride, kPart / Block::kNumbers * Block::kBytes);
    typename Block::Scales scales;
    avx2::readPart<Block, whole>(row, blocks, scales);
    if constexpr (kRuns == kChunks)
      factors[r] = _mm512_zextps256_ps512(_mm256_mul_ps(_mm256_load_ps(scales.scale), _mm256_load_ps(x.step)));
    else
      factors[r] = _mm512_mul_ps(_mm512_loadu_ps(scales.scale), _mm512_loadu_ps(x.step));
    if constexpr (Block::kLeast)
#pragma GCC unroll 2
      for (Index i = 0; i < kRuns; i += 8)
        sums[r].rest = _mm256_fnmadd_ps(_mm256_load_ps(scales.least + i), _mm256_load_ps(x.sum + i), sums[r].rest);
  }
  if constexpr (whole) {
#pragma GCC unroll 4
    for (Index p = 0; p < kPairs; ++p) addPair<Block, true, rows>(x, p, b, stride, factors, sums);
  } else {
    const Index chunks = blocks * Block::kNumbers / kChunk;
    for (Index p = 0; p < chunks / 2; ++p) addPair<Block, true, rows>(x, p, b, stride, factors, sums);
    if (chunks % 2 != 0) addPair<Block, false, rows>(x, chunks / 2, b, stride, factors, sums);
  }
}

/// The products of one row with `rows` rows, side by side so that each part of x is fetched once for all; the rows
/// after them are asked for meanwhile.
template <typename Block, Index rows>
HEADLIGHT_VNNI_INLINE void multiplyRows(const DigitPart<Block::kRuns>* x, const std::byte* first, std::size_t stride,
                                        Index n, float* out) {
  constexpr Index kBlocks = kPart / Block::kNumbers;
  RowSums sums[rows];
  for (RowSums& row : sums) {
    row.high = row.low = _mm512_setzero_ps();
    row.rest = _mm256_setzero_ps();
  }
  for (; n >= kPart; n -= kPart, ++x, first += kBlocks * Block::kBytes)
    addPart<Block, true, rows>(*x, first, stride, kBlocks, sums);
  if constexpr (kBlocks > 1)
    if (n > 0) addPart<Block, false, rows>(*x, first, stride, n / Block::kNumbers, sums);
  for (Index r = 0; r < rows; ++r) {
    const __m512 sum = _mm512_fmadd_ps(sums[r].high, _mm512_set1_ps(kHighStep<Block>), sums[r].low);
    out[r] = _mm512_reduce_add_ps(sum) + avx2::sumOfLanes(sums[r].rest);
  }
}

/// out[r] = Σ x[i] · row r [i], as NumberKernels::multiply has it; false, and nothing done, for an x that cannot be
/// split.
template <typename Block>
HEADLIGHT_VNNI bool multiply(const float* x, const std::byte* first, std::size_t stride, Index rows, Index n,
                             float* out) {
  thread_local std::vector<DigitPart<Block::kRuns>> parts;
  parts.resize(static_cast<std::size_t>((n + kPart - 1) / kPart));
  if (!split<Block>(x, n, parts)) return false;
  Index r = 0;
  for (; r + 2 <= rows; r += 2)
    multiplyRows<Block, 2>(parts.data(), first + static_cast<std::size_t>(r) * stride, stride, n, out + r);
  if (r < rows) multiplyRows<Block, 1>(parts.data(), first + static_cast<std::size_t>(r) * stride, stride, n, out + r);
  return true;
}

}  // namespace headlight::blocks::vnni
