#pragma once

#include <cstddef>

#include "core/base/index.h"

namespace headlight {

/// How many rows of weights are added at a time.
inline constexpr Index kRowsAdded = 4;

/// What is done with the stored numbers of one format where they lie: a row of n numbers is a whole number of blocks.
struct NumberKernels {
  /// Writes the `n` numbers of `row` as floats.
  void (*unpack)(const std::byte* row, float* out, Index n) = nullptr;
  /// Σ x[i] · row[i], in an order that is the same on every processor; null for formats that are only unpacked.
  float (*dot)(const float* x, const std::byte* row, Index n) = nullptr;
  /// y += x[0] · rows[0] + … + x[3] · rows[3]; null with `dot`.
  void (*addRows)(float* y, const float* x, const std::byte* const* rows, Index n) = nullptr;
};

extern const NumberKernels kDoubleKernels, kFloatKernels, kHalfKernels, kBfloat16Kernels, kE4m3Kernels, kE5m2Kernels,
    kE8m0Kernels;

}  // namespace headlight
