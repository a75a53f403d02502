#pragma once

#include "core/checkpoint/dtype.h"
#include "core/checkpoint/number_kernels.h"

namespace headlight::blocks {

/// Products of rows for x86 processors whose AVX-512 multiplies numbers of 8 bits, of the packed formats that most
/// models come in; unpacking is left to avx2Kernels(). What is null has none. Products differ from those of the
/// portable kernels by rounding.
NumberKernels vnniKernels(Dtype format);

}  // namespace headlight::blocks
