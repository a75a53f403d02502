#pragma once

#include "core/checkpoint/dtype.h"
#include "core/checkpoint/number_kernels.h"

namespace headlight::blocks {

/// Kernels of a packed format for x86 processors with AVX2, FMA and half-precision conversion. What is null has none:
/// everything where this processor (or this build) lacks them, and formats whose numbers are no codes of 8 bits.
/// Unpacked numbers are those of the portable kernels to the bit; products differ from theirs by rounding.
NumberKernels avx2Kernels(Dtype format);

}  // namespace headlight::blocks
