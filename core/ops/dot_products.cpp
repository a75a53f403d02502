#include "core/ops/dot_products.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>
#include <vector>

#include "core/ops/gemm.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define HEADLIGHT_AVX2 __attribute__((target("avx2,fma")))
#endif

namespace headlight {
namespace {

/// Rows of b that are multiplied side by side, in the lanes of vectors.
constexpr Index kRowsTogether = 16;

struct Operand {
  const float* numbers;
  Index stride, rows;
  const float* row(Index i) const { return numbers + i * stride; }
};

/// Where kRowsTogether sums for each row go.
struct Sums {
  float* numbers;
  Index stride;
  float* row(Index i) const { return numbers + i * stride; }
};

/// The rows of `a` with kRowsTogether packed rows of b, [k, kRowsTogether]. The sum of a lane never meets another one,
/// and goes up the row one product after the other.
using Kernel = void (*)(Operand a, const float* packed, Index k, float scale, Sums sums);
/// The rows [0, kRowsTogether) of b as columns, [k, kRowsTogether].
using Packer = void (*)(const float* b, Index stride, Index k, float* to);

void packEach(const float* b, Index stride, Index k, float* to) {
  for (Index d = 0; d < k; ++d)
    for (Index j = 0; j < kRowsTogether; ++j) to[d * kRowsTogether + j] = b[j * stride + d];
}

void multiplyEach(Operand a, const float* packed, Index k, float scale, Sums sums) {
  constexpr Index kTogether = 4;
  using Lanes = float __attribute__((vector_size(kTogether * sizeof(float))));
  for (Index i = 0; i < a.rows; ++i) {
    Lanes sum[kRowsTogether / kTogether] = {};
    for (Index d = 0; d < k; ++d)
      for (Index part = 0; part < kRowsTogether / kTogether; ++part) {
        Lanes column;
        std::memcpy(&column, packed + d * kRowsTogether + part * kTogether, sizeof column);
        sum[part] += a.row(i)[d] * column;
      }
    for (Lanes& part : sum) part *= scale;
    std::memcpy(sums.row(i), sum, sizeof sum);
  }
}

#ifdef HEADLIGHT_AVX2
/// Eight rows of eight numbers become eight columns, kRowsTogether apart.
HEADLIGHT_AVX2 void transposeSquare(const float* from, Index stride, float* to) {
  __m256 r[8], s[8];
  for (Index i = 0; i < 8; ++i) r[i] = _mm256_loadu_ps(from + i * stride);
  for (int i = 0; i < 8; i += 2) {
    s[i] = _mm256_unpacklo_ps(r[i], r[i + 1]);
    s[i + 1] = _mm256_unpackhi_ps(r[i], r[i + 1]);
  }
  for (int i = 0; i < 8; i += 4) {
    r[i] = _mm256_shuffle_ps(s[i], s[i + 2], 0x44);
    r[i + 1] = _mm256_shuffle_ps(s[i], s[i + 2], 0xEE);
    r[i + 2] = _mm256_shuffle_ps(s[i + 1], s[i + 3], 0x44);
    r[i + 3] = _mm256_shuffle_ps(s[i + 1], s[i + 3], 0xEE);
  }
  for (Index i = 0; i < 4; ++i) {
    _mm256_storeu_ps(to + i * kRowsTogether, _mm256_permute2f128_ps(r[i], r[i + 4], 0x20));
    _mm256_storeu_ps(to + (i + 4) * kRowsTogether, _mm256_permute2f128_ps(r[i], r[i + 4], 0x31));
  }
}

HEADLIGHT_AVX2 void packAvx2(const float* b, Index stride, Index k, float* to) {
  Index d = 0;
  for (; d + 8 <= k; d += 8)
    for (Index at = 0; at < kRowsTogether; at += 8)
      transposeSquare(b + at * stride + d, stride, to + d * kRowsTogether + at);
  for (; d < k; ++d)
    for (Index j = 0; j < kRowsTogether; ++j) to[d * kRowsTogether + j] = b[j * stride + d];
}

/// The rows `first` + i of a; written out for each i, which leaves every sum in a register.
template <Index... i>
HEADLIGHT_AVX2 void multiplyRows(std::integer_sequence<Index, i...>, Operand a, Index first, const float* packed,
                                 Index k, float scale, Sums sums) {
  __m256 left[] = {((void)i, _mm256_setzero_ps())...}, right[] = {((void)i, _mm256_setzero_ps())...};
  for (Index d = 0; d < k; ++d) {
    const __m256 l = _mm256_loadu_ps(packed + d * kRowsTogether), r = _mm256_loadu_ps(packed + d * kRowsTogether + 8);
    __m256 x;
    ((x = _mm256_broadcast_ss(a.row(first + i) + d), left[i] = _mm256_fmadd_ps(x, l, left[i]),
      right[i] = _mm256_fmadd_ps(x, r, right[i])),
     ...);
  }
  const __m256 by = _mm256_set1_ps(scale);
  (_mm256_storeu_ps(sums.row(first + i), _mm256_mul_ps(left[i], by)), ...);
  (_mm256_storeu_ps(sums.row(first + i) + 8, _mm256_mul_ps(right[i], by)), ...);
}
template <Index count>
using Rows = std::make_integer_sequence<Index, count>;

HEADLIGHT_AVX2 void multiplyAvx2(Operand a, const float* packed, Index k, float scale, Sums sums) {
  Index i = 0;
  for (; i + 6 <= a.rows; i += 6)
    multiplyRows(Rows<6>(), a, i, packed, k, scale, sums);  // All that the registers hold.
  for (; i + 3 <= a.rows; i += 3) multiplyRows(Rows<3>(), a, i, packed, k, scale, sums);
  for (; i < a.rows; ++i) multiplyRows(Rows<1>(), a, i, packed, k, scale, sums);
}
#endif

struct Kernels {
  Packer pack = packEach;
  Kernel multiply = multiplyEach;
};

/// Those that fit the processor.
Kernels kernels() {
#ifdef HEADLIGHT_AVX2
  static const bool fits = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (fits) return {packAvx2, multiplyAvx2};
#endif
  return {};
}

}  // namespace

void dotProducts(MatrixView a, MatrixView b, float scale, MatrixOut out) {
  assert(a.cols() == b.cols() && out.rows() == a.rows() && out.cols() == b.rows());
  countMultiplyAdds(a.rows() * a.cols() * b.rows());
  const Index k = a.cols();
  const Kernels use = kernels();
  thread_local std::vector<float> packed, last, sums;
  packed.resize(static_cast<std::size_t>(k * kRowsTogether));
  const Operand rows{a.data(), a.outerStride(), a.rows()};
  Index j = 0;
  for (; j + kRowsTogether <= b.rows(); j += kRowsTogether) {
    use.pack(b.data() + j * b.outerStride(), b.outerStride(), k, packed.data());
    use.multiply(rows, packed.data(), k, scale, {out.data() + j, out.outerStride()});
  }
  if (j == b.rows()) return;
  // The last rows of b, with zeros for those that are missing.
  const Index left = b.rows() - j;
  last.assign(static_cast<std::size_t>(kRowsTogether * k), 0.0F);
  for (Index r = 0; r < left; ++r) std::copy_n(b.data() + (j + r) * b.outerStride(), k, last.data() + r * k);
  use.pack(last.data(), k, k, packed.data());
  sums.resize(static_cast<std::size_t>(a.rows() * kRowsTogether));
  use.multiply(rows, packed.data(), k, scale, {sums.data(), kRowsTogether});
  for (Index i = 0; i < a.rows(); ++i) std::copy_n(sums.data() + i * kRowsTogether, left, &out(i, j));
}

}  // namespace headlight
