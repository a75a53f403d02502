#include "core/checkpoint/blocks/avx2_kernels.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

#include <algorithm>
#include <vector>

#include "core/base/fetch.h"
#include "core/checkpoint/blocks/avx2_grid_blocks.h"

namespace headlight::blocks {
namespace {

constexpr Index kChunk = 32, kNibbles = 64;

HEADLIGHT_AVX2_INLINE float sumOfLanes(__m256 v) {
  __m128 sum = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
  return _mm_cvtss_f32(_mm_add_ss(sum, _mm_movehdup_ps(sum)));
}
HEADLIGHT_AVX2_INLINE const std::byte* rowAt(const std::byte* first, std::size_t stride, Index row) {
  return first + static_cast<std::size_t>(row) * stride;
}

// How a row x is laid out for the codes of a format, and the products of it with one or two rows of them: two, so that
// each part of x is fetched once for both. The rows after them are asked for meanwhile.

/// Codes of 8 bits, 32 at a time. A vector holds every fourth: byte k of each of eight 32-bit words, as it lies there,
/// so that it is 2^8k as large, which x takes back. Beside the four vectors of x lies their sum, times how far the
/// codes are above the numbers.
template <typename Block>
struct ByteProduct {
  static constexpr Index kVectors = 5 * 8;

  static Index floats(Index n) { return n / kChunk * kVectors; }

  HEADLIGHT_AVX2 static void prepare(const float* x, Index n, float* out) {
    constexpr float kSizes[4] = {1, 0x1p-8F, 0x1p-16F, 1};
    constexpr float kSumFactor = Block::kLeast ? 1.0F : -static_cast<float>(Block::kOffset);
    for (Index c = 0; c < n / kChunk; ++c, x += kChunk, out += kVectors)
      for (Index i = 0; i < 8; ++i) {
        for (Index k = 0; k < 4; ++k) out[8 * k + i] = x[4 * i + k] * kSizes[k];
        out[32 + i] = kSumFactor * ((x[4 * i] + x[4 * i + 1]) + (x[4 * i + 2] + x[4 * i + 3]));
      }
  }

  /// The number of each run of a chunk's codes, in the lanes of their vectors.
  HEADLIGHT_AVX2_INLINE static __m256 ofRuns(const float* runs, Index chunk) {
    if constexpr (Block::kRun >= kChunk) return _mm256_broadcast_ss(runs + chunk * kChunk / Block::kRun);
    else return _mm256_set_m128(_mm_broadcast_ss(runs + 2 * chunk + 1), _mm_broadcast_ss(runs + 2 * chunk));
  }

  template <Index rows>
  HEADLIGHT_AVX2_INLINE static void multiply(const float* x, const std::byte* first, std::size_t stride, Index n,
                                             float* out) {
    __m256 sums[rows];
    for (Index r = 0; r < rows; ++r) sums[r] = _mm256_setzero_ps();
    for (; n > 0; n -= Block::kNumbers, first += Block::kBytes, x += Block::kNumbers / kChunk * kVectors)
#pragma GCC unroll 2
      for (Index r = 0; r < rows; ++r) {
        const std::byte* block = rowAt(first, stride, r);
        fetch(rowAt(block, stride, rows), Block::kBytes);
        typename Block::Scales scales;
        Block::read(block, scales);
#pragma GCC unroll 8
        for (Index c = 0; c < Block::kNumbers / kChunk; ++c) {
          const float* of = x + c * kVectors;
          const __m256i codes = Block::codes(block, c);
          const __m256 all = _mm256_loadu_ps(of + 32);
          __m256 sum = Block::kLeast ? _mm256_setzero_ps() : all;
#pragma GCC unroll 4
          for (int k = 0; k < 4; ++k) {
            const __m256i bytes = k == 3 ? _mm256_srli_epi32(codes, 24)
                                         : _mm256_and_si256(codes, _mm256_set1_epi32(0xff << 8 * k));
            sum = _mm256_fmadd_ps(_mm256_cvtepi32_ps(bytes), _mm256_loadu_ps(of + 8 * k), sum);
          }
          sums[r] = _mm256_fmadd_ps(sum, ofRuns(scales.scale, c), sums[r]);
          if constexpr (Block::kLeast) sums[r] = _mm256_fnmadd_ps(all, ofRuns(scales.least, c), sums[r]);
        }
      }
    for (Index r = 0; r < rows; ++r) out[r] = sumOfLanes(sums[r]);
  }
};

// Where codes are nibbles alone they are multiplied where they lie, 64 at a time, in half the steps: nibble h of byte k
// of each of eight words, which is 2^(8k + 4h) as large.

/// Adds Σ code · x of the nibbles of 32 bytes: of the low ones to `low`, of the high ones to `high`.
HEADLIGHT_AVX2_INLINE void addNibbles(__m256i bytes, const float* x, __m256& low, __m256& high) {
#pragma GCC unroll 4
  for (int k = 0; k < 4; ++k) {
    const __m256i lowBits = _mm256_and_si256(bytes, _mm256_set1_epi32(0xf << 8 * k));
    const __m256i highBits =
        k == 3 ? _mm256_srli_epi32(bytes, 28) : _mm256_and_si256(bytes, _mm256_set1_epi32(0xf0 << 8 * k));
    low = _mm256_fmadd_ps(_mm256_cvtepi32_ps(lowBits), _mm256_loadu_ps(x + 16 * k), low);
    high = _mm256_fmadd_ps(_mm256_cvtepi32_ps(highBits), _mm256_loadu_ps(x + 16 * k + 8), high);
  }
}
/// Lays out 64 numbers for it: at(i, k, h) is the place in x of lane i, byte k and nibble h.
template <typename At>
HEADLIGHT_AVX2_INLINE void prepareNibbles(const float* x, At at, float* out) {
  constexpr float kSizes[4][2] = {{1, 0x1p-4F}, {0x1p-8F, 0x1p-12F}, {0x1p-16F, 0x1p-20F}, {0x1p-24F, 1}};
  for (Index k = 0; k < 4; ++k)
    for (Index h = 0; h < 2; ++h)
      for (Index i = 0; i < 8; ++i) out[16 * k + 8 * h + i] = x[at(i, k, h)] * kSizes[k][h];
}

/// Two blocks of Q4_0, one in each half of a vector; beside x lies -8 times the sum of each lane.
struct Q4_0Product {
  using Block = avx2::Q4_0;
  static constexpr Index kVectors = kNibbles + 8;

  static Index floats(Index n) { return (n + kNibbles - 1) / kNibbles * kVectors; }

  HEADLIGHT_AVX2 static void prepare(const float* x, Index n, float* out) {
    for (; n > 0; n -= kNibbles, x += kNibbles, out += kVectors) {
      float last[kNibbles] = {};
      const float* from = n < kNibbles ? last : x;
      if (n < kNibbles) std::copy_n(x, n, last);
      prepareNibbles(from, [](Index i, Index k, Index h) { return 32 * (i / 4) + 16 * h + 4 * (i % 4) + k; }, out);
      for (Index i = 0; i < 8; ++i) {
        const float* of = from + 32 * (i / 4) + 4 * (i % 4);
        out[kNibbles + i] = -8 * (((of[0] + of[1]) + (of[2] + of[3])) + ((of[16] + of[17]) + (of[18] + of[19])));
      }
    }
  }

  template <Index rows>
  HEADLIGHT_AVX2_INLINE static void multiply(const float* x, const std::byte* first, std::size_t stride, Index n,
                                             float* out) {
    const __m256i halves = _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1);
    __m256 sums[rows];
    for (Index r = 0; r < rows; ++r) sums[r] = _mm256_setzero_ps();
    for (; n > 0; n -= kNibbles, first += 2 * Block::kBytes, x += kVectors)
#pragma GCC unroll 2
      for (Index r = 0; r < rows; ++r) {
        const std::byte* one = rowAt(first, stride, r);
        fetch(rowAt(one, stride, rows), 2 * Block::kBytes);
        const std::byte* two = n > kChunk ? one + Block::kBytes : one;  // Behind the last one: times an x of 0.
        const auto words = wordAt(one, 0) | std::uint32_t{wordAt(two, 0)} << 16;
        const __m128 scales = _mm_cvtph_ps(_mm_cvtsi32_si128(static_cast<int>(words)));
        __m256 low = _mm256_loadu_ps(x + kNibbles), high = _mm256_setzero_ps();
        addNibbles(_mm256_set_m128i(avx2::load16(two + 2), avx2::load16(one + 2)), x, low, high);
        sums[r] = _mm256_fmadd_ps(_mm256_add_ps(low, high),
                                  _mm256_permutevar8x32_ps(_mm256_castps128_ps256(scales), halves), sums[r]);
      }
    for (Index r = 0; r < rows; ++r) out[r] = sumOfLanes(sums[r]);
  }
};

/// A block of Q4_K; beside x lie the sums of its eight runs, for the least numbers.
struct Q4KProduct {
  using Block = avx2::Q4K;
  static constexpr Index kVectors = Block::kNumbers + 8;

  static Index floats(Index n) { return n / Block::kNumbers * kVectors; }

  HEADLIGHT_AVX2 static void prepare(const float* x, Index n, float* out) {
    for (; n > 0; n -= Block::kNumbers, x += Block::kNumbers, out += kVectors) {
      for (Index i = 0; i < Block::kNumbers; i += kNibbles)
        prepareNibbles(x + i, [](Index lane, Index k, Index h) { return 32 * h + 4 * lane + k; }, out + i);
      for (Index run = 0; run < 8; ++run) {
        float sum = 0;
        for (Index i = 0; i < Block::kRun; ++i) sum += x[Block::kRun * run + i];
        out[Block::kNumbers + run] = sum;
      }
    }
  }

  template <Index rows>
  HEADLIGHT_AVX2_INLINE static void multiply(const float* x, const std::byte* first, std::size_t stride, Index n,
                                             float* out) {
    __m256 sums[rows];
    for (Index r = 0; r < rows; ++r) sums[r] = _mm256_setzero_ps();
    for (; n > 0; n -= Block::kNumbers, first += Block::kBytes, x += kVectors)
#pragma GCC unroll 2
      for (Index r = 0; r < rows; ++r) {
        const std::byte* block = rowAt(first, stride, r);
        fetch(rowAt(block, stride, rows), Block::kBytes);
        Block::Scales scales;
        Block::read(block, scales);
        sums[r] = _mm256_fnmadd_ps(_mm256_load_ps(scales.least), _mm256_loadu_ps(x + Block::kNumbers), sums[r]);
#pragma GCC unroll 4
        for (Index c = 0; c < 4; ++c) {
          __m256 low = _mm256_setzero_ps(), high = low;
          addNibbles(avx2::load32(block + 16 + 32 * c), x + kNibbles * c, low, high);
          sums[r] = _mm256_fmadd_ps(low, _mm256_broadcast_ss(scales.scale + 2 * c), sums[r]);
          sums[r] = _mm256_fmadd_ps(high, _mm256_broadcast_ss(scales.scale + 2 * c + 1), sums[r]);
        }
      }
    for (Index r = 0; r < rows; ++r) out[r] = sumOfLanes(sums[r]);
  }
};

template <typename Product>
HEADLIGHT_AVX2 void multiply(const float* x, const std::byte* first, std::size_t stride, Index rows, Index n,
                             float* out) {
  thread_local std::vector<float> prepared;
  prepared.resize(static_cast<std::size_t>(Product::floats(n)));
  Product::prepare(x, n, prepared.data());
  Index r = 0;
  for (; r + 2 <= rows; r += 2)
    Product::template multiply<2>(prepared.data(), rowAt(first, stride, r), stride, n, out + r);
  if (r < rows) Product::template multiply<1>(prepared.data(), rowAt(first, stride, r), stride, n, out + r);
}

template <typename Block>
HEADLIGHT_AVX2 void unpack(const std::byte* row, float* out, Index n) {
  for (; n > 0; n -= Block::kNumbers, row += Block::kBytes) {
    typename Block::Scales scales;
    Block::read(row, scales);
#pragma GCC unroll 8
    for (Index c = 0; c < Block::kNumbers / kChunk; ++c, out += kChunk) {
      alignas(32) std::int8_t numbers[kChunk];
      const __m256i codes = _mm256_sub_epi8(Block::codes(row, c), _mm256_set1_epi8(static_cast<char>(Block::kOffset)));
      _mm256_store_si256(reinterpret_cast<__m256i*>(numbers), codes);
#pragma GCC unroll 4
      for (Index i = 0; i < 4; ++i) {
        const __m128i eight = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(numbers + 8 * i));
        const Index run = (c * kChunk + 8 * i) / Block::kRun;
        __m256 values = _mm256_cvtepi32_ps(Block::kOffset > 0 ? _mm256_cvtepi8_epi32(eight)
                                                              : _mm256_cvtepu8_epi32(eight));
        if constexpr (Block::kZero) values = _mm256_sub_ps(values, _mm256_broadcast_ss(&scales.zero));
        values = _mm256_mul_ps(values, _mm256_broadcast_ss(scales.scale + run));
        if constexpr (Block::kLeast && !Block::kZero)
          values = _mm256_sub_ps(values, _mm256_broadcast_ss(scales.least + run));
        _mm256_storeu_ps(out + 8 * i, values);
      }
    }
  }
}

bool isSupported() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __get_cpuid(1, &a, &b, &c, &d) != 0 &&
         (c & bit_F16C) != 0;
}

template <typename Block, typename Product = ByteProduct<Block>>
constexpr NumberKernels kernelsFor() {
  return {unpack<Block>, multiply<Product>};
}

}  // namespace

NumberKernels avx2Kernels(Dtype format) {
  static const bool supported = isSupported();
  if (!supported) return {};
  switch (format) {
    case Dtype::Q8_0:
      return kernelsFor<avx2::Q8_0>();
    case Dtype::Q4_0:
      return kernelsFor<avx2::Q4_0, Q4_0Product>();
    case Dtype::Q4_1:
      return kernelsFor<avx2::Q4_1>();
    case Dtype::Q5_0:
      return kernelsFor<avx2::Q5_0>();
    case Dtype::Q5_1:
      return kernelsFor<avx2::Q5_1>();
    case Dtype::IQ4_NL:
      return kernelsFor<avx2::Iq4Nl>();
    case Dtype::MXFP4:
      return kernelsFor<avx2::Mxfp4>();
    case Dtype::NVFP4:
      return kernelsFor<avx2::Nvfp4>();
    case Dtype::Q2_K:
      return kernelsFor<avx2::Q2K>();
    case Dtype::Q3_K:
      return kernelsFor<avx2::Q3K>();
    case Dtype::Q4_K:
      return kernelsFor<avx2::Q4K, Q4KProduct>();
    case Dtype::Q5_K:
      return kernelsFor<avx2::Q5K>();
    case Dtype::Q6_K:
      return kernelsFor<avx2::Q6K>();
    case Dtype::IQ4_XS:
      return kernelsFor<avx2::Iq4Xs>();
    case Dtype::TQ2_0:
      return kernelsFor<avx2::Tq2_0>();
    case Dtype::IQ2_XXS:
      return kernelsFor<avx2::Iq2Xxs>();
    case Dtype::IQ2_XS:
      return kernelsFor<avx2::Iq2Xs>();
    case Dtype::IQ2_S:
      return kernelsFor<avx2::Iq2S>();
    case Dtype::IQ3_XXS:
      return kernelsFor<avx2::Iq3Xxs>();
    case Dtype::IQ3_S:
      return kernelsFor<avx2::Iq3S>();
    case Dtype::IQ1_S:
      return kernelsFor<avx2::Iq1S>();
    case Dtype::IQ1_M:
      return kernelsFor<avx2::Iq1M>();
    case Dtype::Q1_0:
      return kernelsFor<avx2::Q1_0>();
    case Dtype::Q2_0:
      return kernelsFor<avx2::Q2_0>();
    case Dtype::INT8:
      return kernelsFor<avx2::Int8>();
    case Dtype::INT4:
      return kernelsFor<avx2::Int4>();
    default:
      return {};
  }
}

}  // namespace headlight::blocks

#else

namespace headlight::blocks {

NumberKernels avx2Kernels(Dtype) { return {}; }

}  // namespace headlight::blocks

#endif
