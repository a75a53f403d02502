#pragma once

#include "core/checkpoint/number_kernels.h"

namespace headlight::blocks {

// What is done with rows of the packed formats, named as the ggml library names its types.
extern const NumberKernels kQ4_0, kQ4_1, kQ5_0, kQ5_1, kQ8_0, kQ1_0, kQ2_0, kIq4Nl, kMxfp4, kNvfp4;
extern const NumberKernels kQ2K, kQ3K, kQ4K, kQ5K, kQ6K, kIq4Xs, kTq1_0, kTq2_0;
extern const NumberKernels kIq2Xxs, kIq2Xs, kIq2S, kIq3Xxs, kIq3S, kIq1S, kIq1M;
// And of those that are made here.
extern const NumberKernels kInt8, kInt4, kFp8, kNf4;

}  // namespace headlight::blocks
