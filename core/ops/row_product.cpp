#include "core/ops/row_product.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>

#include "core/base/vectorised.h"
#include "core/ops/gemm.h"

namespace headlight {
namespace {

using Reader = float (*)(std::uint16_t);

template <Reader read>
inline float numberAt(const std::byte* numbers, Index i) {
  std::uint16_t bits;
  std::memcpy(&bits, numbers + static_cast<std::size_t>(i) * sizeof(bits), sizeof(bits));
  return read(bits);
}

/// Sums are kept in as many lanes on every processor, so that all add in the same order, and in groups side by side, so
/// that an addition need not wait for the one before.
constexpr Index kLanes = 16, kGroups = 4;

template <Reader read>
inline __attribute__((always_inline)) float dotOf(const float* x, const std::byte* w, Index n) {
  float sums[kGroups][kLanes] = {};
  Index i = 0;
  for (; i + kGroups * kLanes <= n; i += kGroups * kLanes)
    for (Index g = 0; g < kGroups; ++g)
      for (Index l = 0; l < kLanes; ++l) sums[g][l] += x[i + g * kLanes + l] * numberAt<read>(w, i + g * kLanes + l);
  for (Index l = 0; i < n; ++i, l = (l + 1) % kLanes) sums[0][l] += x[i] * numberAt<read>(w, i);
  for (Index l = 0; l < kLanes; ++l) sums[0][l] = (sums[0][l] + sums[1][l]) + (sums[2][l] + sums[3][l]);
  for (Index half = kLanes / 2; half > 0; half /= 2)
    for (Index l = 0; l < half; ++l) sums[0][l] += sums[0][l + half];
  return sums[0][0];
}

/// y += x[0] · row 0 + … + x[3] · row 3 of `rows`.
constexpr Index kTogether = 4;
template <Reader read>
inline __attribute__((always_inline)) void addRowsTo(float* __restrict y, const float* x, const std::byte* const* rows,
                                                     Index n) {
  const std::byte *r0 = rows[0], *r1 = rows[1], *r2 = rows[2], *r3 = rows[3];
  const float x0 = x[0], x1 = x[1], x2 = x[2], x3 = x[3];
  for (Index i = 0; i < n; ++i)
    y[i] += (x0 * numberAt<read>(r0, i) + x1 * numberAt<read>(r1, i)) +
            (x2 * numberAt<read>(r2, i) + x3 * numberAt<read>(r3, i));
}

HEADLIGHT_VECTORISED float dotHalf(const float* x, const std::byte* w, Index n) { return dotOf<halfToFloat>(x, w, n); }
HEADLIGHT_VECTORISED float dotBfloat16(const float* x, const std::byte* w, Index n) {
  return dotOf<bfloat16ToFloat>(x, w, n);
}
HEADLIGHT_VECTORISED void addHalf(float* y, const float* x, const std::byte* const* rows, Index n) {
  addRowsTo<halfToFloat>(y, x, rows, n);
}
HEADLIGHT_VECTORISED void addBfloat16(float* y, const float* x, const std::byte* const* rows, Index n) {
  addRowsTo<bfloat16ToFloat>(y, x, rows, n);
}

/// Asks for the `n` numbers of a row that will soon be read: a part of a row is too short for the processor to see by
/// itself where the next one lies.
void fetch(const std::byte* numbers, Index n) {
  constexpr Index kCacheLine = 64 / sizeof(std::uint16_t);
  for (Index i = 0; i < n; i += kCacheLine) __builtin_prefetch(numbers + static_cast<std::size_t>(i) * 2);
}

}  // namespace

void multiplyRow(MatrixView x, const WeightMatrix& weight, bool inOut, Index from, MatrixOut out) {
  const Index in = x.cols(), n = out.cols();
  const bool half = weight.format() == NumberFormat::F16;
  assert(half || weight.format() == NumberFormat::BF16);
  assert(x.rows() == 1 && out.rows() == 1 && in == (inOut ? weight.rows() : weight.cols()));
  countMultiplyAdds(in * n);
  if (!inOut) {
    const auto dot = half ? dotHalf : dotBfloat16;
    for (Index i = 0; i < n; ++i) out(0, i) = dot(x.data(), weight.at(from + i, 0), in);
    return;
  }
  constexpr Index kAhead = 8;
  const auto add = half ? addHalf : addBfloat16;
  out.setZero();
  for (Index i = 0; i < in; i += kTogether) {
    // Behind the last row the last one stands in, times 0.
    float numbers[kTogether] = {};
    const std::byte* rows[kTogether];
    for (Index k = 0; k < kTogether; ++k) {
      if (i + k < in) numbers[k] = x(0, i + k);
      rows[k] = weight.at(std::min(i + k, in - 1), from);
      fetch(weight.at(std::min(i + k + kAhead, in - 1), from), n);
    }
    add(out.data(), numbers, rows, n);
  }
}

}  // namespace headlight
