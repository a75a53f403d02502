#include "core/checkpoint/blocks/avx2_kernels.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>

#include "core/checkpoint/blocks/avx2_grid_blocks.h"
#include "core/checkpoint/blocks/avx2_row_product.h"

namespace headlight::blocks {
namespace {

/// Left to the portable kernel where x cannot be split.
template <typename Block, Dtype format>
void multiply(const float* x, const std::byte* first, std::size_t stride, Index rows, Index n, float* out) {
  if (!avx2::multiply<Block>(x, first, stride, rows, n, out))
    portableKernelsOf(format).multiply(x, first, stride, rows, n, out);
}

template <typename Block>
HEADLIGHT_AVX2 void unpack(const std::byte* row, float* out, Index n) {
  for (; n > 0; n -= Block::kNumbers, row += Block::kBytes) {
    typename Block::Scales scales;
    Block::read(row, scales, 0);
#pragma GCC unroll 8
    for (Index c = 0; c < Block::kNumbers / avx2::kChunk; ++c, out += avx2::kChunk) {
      alignas(32) std::int8_t numbers[avx2::kChunk];
      const __m256i codes = _mm256_sub_epi8(Block::codes(row, c), _mm256_set1_epi8(static_cast<char>(Block::kOffset)));
      _mm256_store_si256(reinterpret_cast<__m256i*>(numbers), codes);
#pragma GCC unroll 4
      for (Index i = 0; i < 4; ++i) {
        const __m128i eight = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(numbers + 8 * i));
        const Index run = (c * avx2::kChunk + 8 * i) * Block::kRuns / avx2::kPart;
        __m256 values = _mm256_cvtepi32_ps(Block::kSigned || Block::kOffset > 0 ? _mm256_cvtepi8_epi32(eight)
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

template <typename Block>
HEADLIGHT_AVX2 void unpackCodes(const std::byte* row, std::int8_t* codes, float* scale, float* least, Index n) {
  // Codes above zero go to 255: half of that is taken from them and from what is less.
  constexpr int kOffset = Block::kZero ? 128 : Block::kOffset;
  constexpr Index kChunks = Block::kNumbers / kCodesScaled;
  for (; n > 0; n -= Block::kNumbers, row += Block::kBytes, scale += kChunks, least += kChunks) {
    typename Block::Scales scales;
    Block::read(row, scales, 0);
#pragma GCC unroll 8
    for (Index c = 0; c < kChunks; ++c, codes += kCodesScaled) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(codes),
                          _mm256_sub_epi8(Block::codes(row, c), _mm256_set1_epi8(static_cast<char>(kOffset))));
      scale[c] = scales.scale[c];
      if constexpr (Block::kZero)
        least[c] = scales.scale[c] * (scales.zero - kOffset);
      else
        least[c] = Block::kLeast ? scales.least[c] : 0;
    }
  }
}

template <typename Block>
HEADLIGHT_AVX2 void unpackWhole(const std::byte* row, float* whole, float* scale, Index n) {
  static_assert(Block::kNumbers == kWholeScaled && Block::kRuns == 16);
  for (; n > 0; n -= Block::kNumbers, row += Block::kBytes) {
    *scale++ = Block::factor(row);
    alignas(32) std::int16_t factors[Block::kRuns];
    _mm256_store_si256(reinterpret_cast<__m256i*>(factors), _mm256_cvtepi8_epi16(Block::factorsOfRuns(row)));
#pragma GCC unroll 8
    for (Index c = 0; c < Block::kNumbers / avx2::kChunk; ++c, whole += avx2::kChunk) {
      const __m256i codes = _mm256_sub_epi8(Block::codes(row, c), _mm256_set1_epi8(static_cast<char>(Block::kOffset)));
      const __m128i halves[2] = {_mm256_castsi256_si128(codes), _mm256_extracti128_si256(codes, 1)};
#pragma GCC unroll 2
      for (Index half = 0; half < 2; ++half) {
        const __m256i products =
            _mm256_mullo_epi16(_mm256_cvtepi8_epi16(halves[half]), _mm256_set1_epi16(factors[2 * c + half]));
        const __m256i first = _mm256_cvtepi16_epi32(_mm256_castsi256_si128(products)),
                      second = _mm256_cvtepi16_epi32(_mm256_extracti128_si256(products, 1));
        _mm256_storeu_ps(whole + 16 * half, _mm256_cvtepi32_ps(first));
        _mm256_storeu_ps(whole + 16 * half + 8, _mm256_cvtepi32_ps(second));
      }
    }
  }
}

bool isSupported() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __get_cpuid(1, &a, &b, &c, &d) != 0 &&
         (c & bit_F16C) != 0;
}

template <typename Block, Dtype format>
constexpr NumberKernels kernelsFor() {
  if constexpr (Block::kRuns * kCodesScaled == avx2::kPart)
    return {unpack<Block>, multiply<Block, format>, nullptr, unpackCodes<Block>};
  else if constexpr (requires { Block::kWholeParts; })
    return {unpack<Block>, multiply<Block, format>, nullptr, nullptr, unpackWhole<Block>, Block::kWholeParts};
  else
    return {unpack<Block>, multiply<Block, format>};
}

}  // namespace

NumberKernels avx2Kernels(Dtype format) {
  static const bool supported = isSupported();
  if (!supported) return {};
  switch (format) {
    case Dtype::Q8_0:
      return kernelsFor<avx2::Q8_0, Dtype::Q8_0>();
    case Dtype::Q4_0:
      return kernelsFor<avx2::Q4_0, Dtype::Q4_0>();
    case Dtype::Q4_1:
      return kernelsFor<avx2::Q4_1, Dtype::Q4_1>();
    case Dtype::Q5_0:
      return kernelsFor<avx2::Q5_0, Dtype::Q5_0>();
    case Dtype::Q5_1:
      return kernelsFor<avx2::Q5_1, Dtype::Q5_1>();
    case Dtype::IQ4_NL:
      return kernelsFor<avx2::Iq4Nl, Dtype::IQ4_NL>();
    case Dtype::MXFP4:
      return kernelsFor<avx2::Mxfp4, Dtype::MXFP4>();
    case Dtype::NVFP4:
      return kernelsFor<avx2::Nvfp4, Dtype::NVFP4>();
    case Dtype::Q2_K:
      return kernelsFor<avx2::Q2K, Dtype::Q2_K>();
    case Dtype::Q3_K:
      return kernelsFor<avx2::Q3K, Dtype::Q3_K>();
    case Dtype::Q4_K:
      return kernelsFor<avx2::Q4K, Dtype::Q4_K>();
    case Dtype::Q5_K:
      return kernelsFor<avx2::Q5K, Dtype::Q5_K>();
    case Dtype::Q6_K:
      return kernelsFor<avx2::Q6K, Dtype::Q6_K>();
    case Dtype::IQ4_XS:
      return kernelsFor<avx2::Iq4Xs, Dtype::IQ4_XS>();
    case Dtype::TQ2_0:
      return kernelsFor<avx2::Tq2_0, Dtype::TQ2_0>();
    case Dtype::IQ2_XXS:
      return kernelsFor<avx2::Iq2Xxs, Dtype::IQ2_XXS>();
    case Dtype::IQ2_XS:
      return kernelsFor<avx2::Iq2Xs, Dtype::IQ2_XS>();
    case Dtype::IQ2_S:
      return kernelsFor<avx2::Iq2S, Dtype::IQ2_S>();
    case Dtype::IQ3_XXS:
      return kernelsFor<avx2::Iq3Xxs, Dtype::IQ3_XXS>();
    case Dtype::IQ3_S:
      return kernelsFor<avx2::Iq3S, Dtype::IQ3_S>();
    case Dtype::IQ1_S:
      return kernelsFor<avx2::Iq1S, Dtype::IQ1_S>();
    case Dtype::IQ1_M:
      return kernelsFor<avx2::Iq1M, Dtype::IQ1_M>();
    case Dtype::Q1_0:
      return kernelsFor<avx2::Q1_0, Dtype::Q1_0>();
    case Dtype::Q2_0:
      return kernelsFor<avx2::Q2_0, Dtype::Q2_0>();
    case Dtype::INT8:
      return kernelsFor<avx2::Int8, Dtype::INT8>();
    case Dtype::INT4:
      return kernelsFor<avx2::Int4, Dtype::INT4>();
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
