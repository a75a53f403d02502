#pragma once

#include <algorithm>
#include <bit>
#include <span>
#include <vector>

#include "core/base/fetch.h"
#include "core/checkpoint/blocks/avx2_blocks.h"

namespace headlight::blocks::avx2 {

// Products of one row x with rows of a packed format, in whole numbers. Each 32 numbers of x become two pieces of 16
// bits with a common step, x = step · (high + low · 2^-15): 30 bits below the largest of them, so that nothing is lost
// against single precision. Sums of codes times pieces are exact; a run's scale times the step makes numbers of them.
// How far codes lie above the numbers, and least numbers, go through sums of x.

/// Numbers that are split and multiplied together: a block of the formats with long blocks, several of the others'.
inline constexpr Index kPart = 256, kChunk = 32, kChunks = kPart / kChunk;
/// The low pieces count so much of the high ones.
inline constexpr float kLowStep = 0x1p-15F;

/// kPart numbers of x, for a format with that many runs in them.
template <Index runs>
struct alignas(32) SplitPart {
  struct Chunk {
    std::int16_t high[kChunk], low[kChunk];  ///< In the order in which the format's codes come.
  };
  Chunk chunks[kChunks];
  float step[runs], sum[runs];  ///< The step and the sum of the numbers of each run.
};

/// Numbers at even or at odd places of each half of two vectors.
template <bool odd>
HEADLIGHT_AVX2_INLINE __m256i everySecond(__m256i a, __m256i b) {
  return _mm256_castps_si256(_mm256_shuffle_ps(_mm256_castsi256_ps(a), _mm256_castsi256_ps(b), odd ? 0xdd : 0x88));
}
/// 32 whole numbers, in four vectors, as two vectors of 16 bits: the first and the second sixteen where `halves`, those
/// at even and at odd places otherwise.
template <bool halves>
HEADLIGHT_AVX2_INLINE void storeWords(const __m256i* numbers, std::int16_t* out) {
  __m256i first, second;
  if constexpr (halves) {
    first = _mm256_permute4x64_epi64(_mm256_packs_epi32(numbers[0], numbers[1]), 0xd8);
    second = _mm256_permute4x64_epi64(_mm256_packs_epi32(numbers[2], numbers[3]), 0xd8);
  } else {
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    first = _mm256_packs_epi32(everySecond<false>(numbers[0], numbers[1]), everySecond<false>(numbers[2], numbers[3]));
    second = _mm256_packs_epi32(everySecond<true>(numbers[0], numbers[1]), everySecond<true>(numbers[2], numbers[3]));
    first = _mm256_permutevar8x32_epi32(first, order);
    second = _mm256_permutevar8x32_epi32(second, order);
  }
  _mm256_store_si256(reinterpret_cast<__m256i*>(out), first);
  _mm256_store_si256(reinterpret_cast<__m256i*>(out + 16), second);
}

HEADLIGHT_AVX2_INLINE float sumOfLanes(__m256 v) {
  __m128 sum = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
  return _mm_cvtss_f32(_mm_add_ss(sum, _mm_movehdup_ps(sum)));
}

/// The bits of the largest magnitude of 32 numbers: infinities and NaNs are above all others.
HEADLIGHT_AVX2_INLINE std::uint32_t mostOf(const __m256* x) {
  const __m256i magnitude = _mm256_set1_epi32(0x7fffffff);
  __m256i most = _mm256_setzero_si256();
  for (Index i = 0; i < 4; ++i)
    most = _mm256_max_epu32(most, _mm256_and_si256(_mm256_castps_si256(x[i]), magnitude));
  __m128i left = _mm_max_epu32(_mm256_castsi256_si128(most), _mm256_extracti128_si256(most, 1));
  left = _mm_max_epu32(left, _mm_unpackhi_epi64(left, left));
  return static_cast<std::uint32_t>(_mm_cvtsi128_si32(_mm_max_epu32(left, _mm_srli_epi64(left, 32))));
}

/// Splits 32 numbers. Whether it could: steps times scales must stay numbers of full precision, so that infinities,
/// NaNs, and chunks whose largest number is huge or tiny are left to others.
template <bool halves, Index runs>
HEADLIGHT_AVX2_INLINE bool splitChunk(const float* x, Index chunk, SplitPart<runs>& out) {
  constexpr std::uint32_t kLeast = std::bit_cast<std::uint32_t>(0x1p-60F),
                          kMost = std::bit_cast<std::uint32_t>(0x1p60F), kExponent = 0x7f800000u;
  __m256 numbers[4];
  for (Index i = 0; i < 4; ++i) numbers[i] = _mm256_loadu_ps(x + 8 * i);
  const std::uint32_t most = mostOf(numbers);
  if (most != 0 && (most < kLeast || most > kMost)) return false;
  // The largest number is 2^14 to 2^15 steps.
  const float power = most == 0 ? 1.0F : std::bit_cast<float>(most & kExponent), step = power * 0x1p-14F;
  const __m256 steps = _mm256_set1_ps(1 / step), lowSteps = _mm256_set1_ps(1 / kLowStep);
  __m256i high[4], low[4];
  for (Index i = 0; i < 4; ++i) {
    const __m256 scaled = _mm256_mul_ps(numbers[i], steps);
    high[i] = _mm256_cvttps_epi32(scaled);
    low[i] = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_sub_ps(scaled, _mm256_cvtepi32_ps(high[i])), lowSteps));
  }
  storeWords<halves>(high, out.chunks[chunk].high);
  storeWords<halves>(low, out.chunks[chunk].low);
  constexpr Index kEach = runs / kChunks;  // Runs of a chunk: 1 or 2.
  for (Index i = 0; i < kEach; ++i) {
    out.step[kEach * chunk + i] = step;
    out.sum[kEach * chunk + i] = kEach == 1 ? sumOfLanes(_mm256_add_ps(_mm256_add_ps(numbers[0], numbers[1]),
                                                                       _mm256_add_ps(numbers[2], numbers[3])))
                                            : sumOfLanes(_mm256_add_ps(numbers[2 * i], numbers[2 * i + 1]));
  }
  return true;
}

/// Splits the `n` numbers of x, whole chunks; behind them the last part has zeros. Whether it could.
template <typename Block>
HEADLIGHT_AVX2 bool split(const float* x, Index n, std::span<SplitPart<Block::kRuns>> parts) {
  for (auto& part : parts) {
    const Index chunks = std::min(n / kChunk, kChunks);
    if (chunks < kChunks) part = {};
    for (Index c = 0; c < chunks; ++c)
      if (!splitChunk<Block::kHalves>(x + c * kChunk, c, part)) return false;
    x += kPart;
    n -= kPart;
  }
  return true;
}

/// Scales, and least numbers, of the blocks at `b` that make up a part, or the `blocks` of them that there are.
template <typename Block, bool whole>
HEADLIGHT_AVX2_INLINE void readPart(const std::byte* b, Index blocks, typename Block::Scales& out) {
  constexpr Index kBlocks = kPart / Block::kNumbers, kEach = Block::kRuns / kBlocks;
  if constexpr (whole && requires { Block::readAll(b, out); }) {
    Block::readAll(b, out);
  } else {
    if constexpr (!whole) out = {};
    for (Index i = 0; i < (whole ? kBlocks : blocks); ++i) Block::read(b + i * Block::kBytes, out, i * kEach);
  }
}

/// The factor of each run of a chunk, in the lanes of its products.
template <Index runs>
HEADLIGHT_AVX2_INLINE __m256 ofRuns(const float* factors, Index chunk) {
  if constexpr (runs == kChunks) return _mm256_broadcast_ss(factors + chunk);
  else return _mm256_set_m128(_mm_broadcast_ss(factors + 2 * chunk + 1), _mm_broadcast_ss(factors + 2 * chunk));
}

/// The sums of one row.
struct RowSums {
  __m256 high, low, rest;
};

/// Adds the products of a chunk, times the factors of the rows' runs.
template <typename Block, Index rows>
HEADLIGHT_AVX2_INLINE void addChunk(const SplitPart<Block::kRuns>& x, Index chunk, const std::byte* b,
                                    std::size_t stride, const float (*factors)[Block::kRuns], RowSums* sums) {
  const auto* high = reinterpret_cast<const __m256i*>(x.chunks[chunk].high);
  const auto* low = reinterpret_cast<const __m256i*>(x.chunks[chunk].low);
#pragma GCC unroll 2
  for (Index r = 0; r < rows; ++r) {
    const Words words = wordsOf<Block>(b + static_cast<std::size_t>(r) * stride, chunk);
    const __m256i highs =
        _mm256_add_epi32(_mm256_madd_epi16(words.first, high[0]), _mm256_madd_epi16(words.second, high[1]));
    const __m256i lows =
        _mm256_add_epi32(_mm256_madd_epi16(words.first, low[0]), _mm256_madd_epi16(words.second, low[1]));
    const __m256 factor = ofRuns<Block::kRuns>(factors[r], chunk);
    sums[r].high = _mm256_fmadd_ps(_mm256_cvtepi32_ps(highs), factor, sums[r].high);
    sums[r].low = _mm256_fmadd_ps(_mm256_cvtepi32_ps(lows), factor, sums[r].low);
  }
}

/// Adds the products of a part with the blocks at `b`: all of its chunks where `whole`, or those of `blocks` blocks.
template <typename Block, bool whole, Index rows>
HEADLIGHT_AVX2_INLINE void addPart(const SplitPart<Block::kRuns>& x, const std::byte* b, std::size_t stride,
                                   Index blocks, RowSums* sums) {
  constexpr Index kRuns = Block::kRuns;
  alignas(32) float factors[rows][kRuns];
#pragma GCC unroll 2
  for (Index r = 0; r < rows; ++r) {
    const std::byte* row = b + static_cast<std::size_t>(r) * stride;
    fetch(row + rows * stride, kPart / Block::kNumbers * Block::kBytes);
    typename Block::Scales scales;
    readPart<Block, whole>(row, blocks, scales);
#pragma GCC unroll 2
    for (Index i = 0; i < kRuns; i += 8) {
      const __m256 scale = _mm256_load_ps(scales.scale + i), sum = _mm256_load_ps(x.sum + i);
      if constexpr (Block::kLeast)
        sums[r].rest = _mm256_fnmadd_ps(_mm256_load_ps(scales.least + i), sum, sums[r].rest);
      else if constexpr (Block::kOffset != 0)
        sums[r].rest = _mm256_fmadd_ps(scale, sum, sums[r].rest);
      _mm256_store_ps(factors[r] + i, _mm256_mul_ps(scale, _mm256_load_ps(x.step + i)));
    }
  }
  if constexpr (whole) {
#pragma GCC unroll 8
    for (Index c = 0; c < kChunks; ++c) addChunk<Block, rows>(x, c, b, stride, factors, sums);
  } else {
    for (Index c = 0; c < blocks * Block::kNumbers / kChunk; ++c) addChunk<Block, rows>(x, c, b, stride, factors, sums);
  }
}

/// The products of one row with `rows` rows, side by side so that each part of x is fetched once for all; the rows
/// after them are asked for meanwhile.
template <typename Block, Index rows>
HEADLIGHT_AVX2_INLINE void multiplyRows(const SplitPart<Block::kRuns>* x, const std::byte* first, std::size_t stride,
                                        Index n, float* out) {
  constexpr Index kBlocks = kPart / Block::kNumbers;
  RowSums sums[rows];
  for (RowSums& row : sums) row.high = row.low = row.rest = _mm256_setzero_ps();
  for (; n >= kPart; n -= kPart, ++x, first += kBlocks * Block::kBytes)
    addPart<Block, true, rows>(*x, first, stride, kBlocks, sums);
  if constexpr (kBlocks > 1)
    if (n > 0) addPart<Block, false, rows>(*x, first, stride, n / Block::kNumbers, sums);
  for (Index r = 0; r < rows; ++r) {
    const __m256 sum = _mm256_fmadd_ps(sums[r].low, _mm256_set1_ps(kLowStep), sums[r].high);
    constexpr float kRest = Block::kLeast ? 1.0F : -static_cast<float>(Block::kOffset);
    out[r] = sumOfLanes(_mm256_fmadd_ps(sums[r].rest, _mm256_set1_ps(kRest), sum));
  }
}

/// out[r] = Σ x[i] · row r [i], as NumberKernels::multiply has it; false, and nothing done, for an x that cannot be
/// split.
template <typename Block>
HEADLIGHT_AVX2 bool multiply(const float* x, const std::byte* first, std::size_t stride, Index rows, Index n,
                             float* out) {
  thread_local std::vector<SplitPart<Block::kRuns>> parts;
  parts.resize(static_cast<std::size_t>((n + kPart - 1) / kPart));
  if (!split<Block>(x, n, parts)) return false;
  const auto rowAt = [&](Index row) { return first + static_cast<std::size_t>(row) * stride; };
  Index r = 0;
  for (; r + 2 <= rows; r += 2) multiplyRows<Block, 2>(parts.data(), rowAt(r), stride, n, out + r);
  if (r < rows) multiplyRows<Block, 1>(parts.data(), rowAt(r), stride, n, out + r);
  return true;
}

}  // namespace headlight::blocks::avx2
