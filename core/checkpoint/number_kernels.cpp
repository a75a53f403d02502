#include "core/checkpoint/number_kernels.h"

#include <cstdint>
#include <cstring>

#include "core/base/vectorised.h"
#include "core/checkpoint/dtype.h"
#include "core/checkpoint/lane_sums.h"

namespace headlight {
namespace {

using ReadBits = float (*)(std::uint16_t);

template <ReadBits read>
inline float numberAt(const std::byte* numbers, Index i) {
  std::uint16_t bits;
  std::memcpy(&bits, numbers + static_cast<std::size_t>(i) * sizeof(bits), sizeof(bits));
  return read(bits);
}

template <ReadBits read>
inline __attribute__((always_inline)) float dotOf(const float* x, const std::byte* w, Index n) {
  float sums[kGroups][kLanes] = {};
  Index i = 0;
  for (; i + kGroups * kLanes <= n; i += kGroups * kLanes)
    for (Index g = 0; g < kGroups; ++g)
      for (Index l = 0; l < kLanes; ++l) sums[g][l] += x[i + g * kLanes + l] * numberAt<read>(w, i + g * kLanes + l);
  for (Index l = 0; i < n; ++i, l = (l + 1) % kLanes) sums[0][l] += x[i] * numberAt<read>(w, i);
  return sumOf(sums);
}

template <ReadBits read>
inline __attribute__((always_inline)) void addRowsTo(float* __restrict y, const float* x, const std::byte* const* rows,
                                                     Index n) {
  const std::byte *r0 = rows[0], *r1 = rows[1], *r2 = rows[2], *r3 = rows[3];
  const float x0 = x[0], x1 = x[1], x2 = x[2], x3 = x[3];
  for (Index i = 0; i < n; ++i)
    y[i] += (x0 * numberAt<read>(r0, i) + x1 * numberAt<read>(r1, i)) +
            (x2 * numberAt<read>(r2, i) + x3 * numberAt<read>(r3, i));
}

template <ReadBits read>
inline __attribute__((always_inline)) void unpackTo(const std::byte* row, float* __restrict out, Index n) {
  for (Index i = 0; i < n; ++i) out[i] = numberAt<read>(row, i);
}

// Functions of their own, since a processor's instructions are chosen by function.
HEADLIGHT_VECTORISED void unpackHalf(const std::byte* row, float* out, Index n) { unpackTo<halfToFloat>(row, out, n); }
HEADLIGHT_VECTORISED void unpackBfloat16(const std::byte* row, float* out, Index n) {
  unpackTo<bfloat16ToFloat>(row, out, n);
}
HEADLIGHT_VECTORISED void multiplyHalf(const float* x, const std::byte* first, std::size_t stride, Index rows, Index n,
                                       float* out) {
  for (Index r = 0; r < rows; ++r, first += stride) out[r] = dotOf<halfToFloat>(x, first, n);
}
HEADLIGHT_VECTORISED void multiplyBfloat16(const float* x, const std::byte* first, std::size_t stride, Index rows,
                                           Index n, float* out) {
  for (Index r = 0; r < rows; ++r, first += stride) out[r] = dotOf<bfloat16ToFloat>(x, first, n);
}
HEADLIGHT_VECTORISED void addHalf(float* y, const float* x, const std::byte* const* rows, Index n) {
  addRowsTo<halfToFloat>(y, x, rows, n);
}
HEADLIGHT_VECTORISED void addBfloat16(float* y, const float* x, const std::byte* const* rows, Index n) {
  addRowsTo<bfloat16ToFloat>(y, x, rows, n);
}

void unpackFloats(const std::byte* row, float* out, Index n) {
  if (n > 0) std::memcpy(out, row, static_cast<std::size_t>(n) * sizeof(float));
}
void unpackDoubles(const std::byte* row, float* out, Index n) {
  for (Index i = 0; i < n; ++i) {
    double value;
    std::memcpy(&value, row + static_cast<std::size_t>(i) * sizeof(value), sizeof(value));
    out[i] = static_cast<float>(value);
  }
}

template <float (*read)(std::uint8_t)>
void unpackBytes(const std::byte* row, float* out, Index n) {
  for (Index i = 0; i < n; ++i) out[i] = read(static_cast<std::uint8_t>(row[i]));
}

}  // namespace

const NumberKernels kDoubleKernels{unpackDoubles};
const NumberKernels kFloatKernels{unpackFloats};
const NumberKernels kHalfKernels{unpackHalf, multiplyHalf, addHalf};
const NumberKernels kBfloat16Kernels{unpackBfloat16, multiplyBfloat16, addBfloat16};
const NumberKernels kE4m3Kernels{unpackBytes<e4m3ToFloat>};
const NumberKernels kE5m2Kernels{unpackBytes<e5m2ToFloat>};
const NumberKernels kE8m0Kernels{unpackBytes<e8m0ToFloat>};

}  // namespace headlight
