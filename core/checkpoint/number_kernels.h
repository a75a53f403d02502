#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/index.h"

namespace headlight {

enum class Dtype;

/// How many rows of weights are added at a time.
inline constexpr Index kRowsAdded = 4;
/// Codes that are scaled together.
inline constexpr Index kCodesScaled = 32;
/// Whole numbers that are scaled together.
inline constexpr Index kWholeScaled = 256;

/// What is done with the stored numbers of one format where they lie: a row of n numbers is a whole number of blocks.
/// Products are the same on every thread and in whichever parts they are asked for.
struct NumberKernels {
  /// Writes the `n` numbers of `row` as floats.
  void (*unpack)(const std::byte* row, float* out, Index n) = nullptr;
  /// out[r] = Σ x[i] · row r [i], of `rows` rows that lie `stride` bytes apart from `first` on; null for formats that
  /// are only unpacked.
  void (*multiply)(const float* x, const std::byte* first, std::size_t stride, Index rows, Index n,
                   float* out) = nullptr;
  /// y += x[0] · rows[0] + … + x[3] · rows[3]; null with `multiply`.
  void (*addRows)(float* y, const float* x, const std::byte* const* rows, Index n) = nullptr;
  /// Writes the `n` numbers of `row` as whole numbers of 8 bits: number i is scale[i / kCodesScaled] · codes[i]
  /// - least[i / kCodesScaled]. Null for formats that are no such numbers, and where `unpack` is as quick.
  void (*unpackCodes)(const std::byte* row, std::int8_t* codes, float* scale, float* least, Index n) = nullptr;
  /// Writes the `n` numbers of `row` as whole numbers, each the sum of `wholeParts` of bfloat16: number i is
  /// scale[i / kWholeScaled] · whole[i]. Null for formats whose runs have no whole numbers for scales.
  void (*unpackWhole)(const std::byte* row, float* whole, float* scale, Index n) = nullptr;
  int wholeParts = 0;
};

/// What kernelsOf() gives on a processor without units that it has kernels for: the same to the bit in what is
/// unpacked, products but for their rounding.
const NumberKernels& portableKernelsOf(Dtype format);

/// How many numbers of bfloat16 are needed so that their sum is exactly one of the format, at most the three of any
/// number of single precision.
int bfloat16PartsOf(Dtype format);

extern const NumberKernels kDoubleKernels, kFloatKernels, kHalfKernels, kBfloat16Kernels, kE4m3Kernels, kE5m2Kernels,
    kE8m0Kernels;

}  // namespace headlight
