#include "core/checkpoint/blocks/block_kernels.h"

#include "core/base/vectorised.h"
#include "core/checkpoint/blocks/coded_blocks.h"
#include "core/checkpoint/blocks/grid_blocks.h"
#include "core/checkpoint/blocks/k_blocks.h"
#include "core/checkpoint/blocks/simple_blocks.h"
#include "core/checkpoint/lane_sums.h"

namespace headlight::blocks {
namespace {

template <typename Block>
HEADLIGHT_INLINE void unpackRow(const std::byte* row, float* __restrict out, Index n) {
  for (; n > 0; n -= Block::kNumbers, row += Block::kBytes, out += Block::kNumbers) Block::unpack(row, out);
}

template <typename Block>
HEADLIGHT_INLINE float dotRow(const float* __restrict x, const std::byte* row, Index n) {
  float sums[kGroups][kLanes] = {};
  float numbers[Block::kNumbers];
  for (Index g = 0; n > 0; n -= Block::kNumbers, row += Block::kBytes, x += Block::kNumbers) {
    Block::unpack(row, numbers);
    for (Index i = 0; i < Block::kNumbers; i += kLanes, g = (g + 1) % kGroups)
      for (Index l = 0; l < kLanes; ++l) sums[g][l] += x[i + l] * numbers[i + l];
  }
  return sumOf(sums);
}

template <typename Block>
HEADLIGHT_INLINE void addScaledRows(float* __restrict y, const float* x, const std::byte* const* rows, Index n) {
  float numbers[kRowsAdded][Block::kNumbers];
  for (Index at = 0; n > 0; n -= Block::kNumbers, at += Block::kBytes, y += Block::kNumbers) {
    for (Index k = 0; k < kRowsAdded; ++k) Block::unpack(rows[k] + at, numbers[k]);
    for (Index i = 0; i < Block::kNumbers; ++i)
      y[i] += (x[0] * numbers[0][i] + x[1] * numbers[1][i]) + (x[2] * numbers[2][i] + x[3] * numbers[3][i]);
  }
}

// Functions of their own for each format, since a processor's instructions are chosen by function. Those of formats
// that avx2_kernels.cpp has are what other processors run; VECTORISED is for those that it has not.
#define HEADLIGHT_BLOCK_FUNCTIONS(Block, VECTORISED)                                                  \
  VECTORISED void unpack##Block(const std::byte* row, float* out, Index n) {                          \
    unpackRow<Block>(row, out, n);                                                                    \
  }                                                                                                   \
  VECTORISED void multiply##Block(const float* x, const std::byte* first, std::size_t stride, Index rows, Index n, \
                                  float* out) {                                                       \
    for (Index r = 0; r < rows; ++r, first += stride) out[r] = dotRow<Block>(x, first, n);            \
  }                                                                                                   \
  HEADLIGHT_VECTORISED void add##Block(float* y, const float* x, const std::byte* const* rows, Index n) { \
    addScaledRows<Block>(y, x, rows, n);                                                              \
  }
HEADLIGHT_BLOCK_FUNCTIONS(Q4_0,)
HEADLIGHT_BLOCK_FUNCTIONS(Q4_1,)
HEADLIGHT_BLOCK_FUNCTIONS(Q5_0,)
HEADLIGHT_BLOCK_FUNCTIONS(Q5_1,)
HEADLIGHT_BLOCK_FUNCTIONS(Q8_0,)
HEADLIGHT_BLOCK_FUNCTIONS(Q1_0,)
HEADLIGHT_BLOCK_FUNCTIONS(Q2_0,)
HEADLIGHT_BLOCK_FUNCTIONS(Iq4Nl,)
HEADLIGHT_BLOCK_FUNCTIONS(Mxfp4,)
HEADLIGHT_BLOCK_FUNCTIONS(Nvfp4,)
HEADLIGHT_BLOCK_FUNCTIONS(Q2K,)
HEADLIGHT_BLOCK_FUNCTIONS(Q3K,)
HEADLIGHT_BLOCK_FUNCTIONS(Q4K,)
HEADLIGHT_BLOCK_FUNCTIONS(Q5K,)
HEADLIGHT_BLOCK_FUNCTIONS(Q6K,)
HEADLIGHT_BLOCK_FUNCTIONS(Iq4Xs,)
HEADLIGHT_BLOCK_FUNCTIONS(Tq1_0, HEADLIGHT_VECTORISED)
HEADLIGHT_BLOCK_FUNCTIONS(Tq2_0,)
HEADLIGHT_BLOCK_FUNCTIONS(Iq2Xxs,)
HEADLIGHT_BLOCK_FUNCTIONS(Iq2Xs,)
HEADLIGHT_BLOCK_FUNCTIONS(Iq2S,)
HEADLIGHT_BLOCK_FUNCTIONS(Iq3Xxs,)
HEADLIGHT_BLOCK_FUNCTIONS(Iq3S,)
HEADLIGHT_BLOCK_FUNCTIONS(Iq1S,)
HEADLIGHT_BLOCK_FUNCTIONS(Iq1M,)
HEADLIGHT_BLOCK_FUNCTIONS(Int8,)
HEADLIGHT_BLOCK_FUNCTIONS(Int4,)
HEADLIGHT_BLOCK_FUNCTIONS(Fp8, HEADLIGHT_VECTORISED)
HEADLIGHT_BLOCK_FUNCTIONS(Nf4, HEADLIGHT_VECTORISED)

#undef HEADLIGHT_BLOCK_FUNCTIONS

}  // namespace

const NumberKernels kQ4_0{unpackQ4_0, multiplyQ4_0, addQ4_0};
const NumberKernels kQ4_1{unpackQ4_1, multiplyQ4_1, addQ4_1};
const NumberKernels kQ5_0{unpackQ5_0, multiplyQ5_0, addQ5_0};
const NumberKernels kQ5_1{unpackQ5_1, multiplyQ5_1, addQ5_1};
const NumberKernels kQ8_0{unpackQ8_0, multiplyQ8_0, addQ8_0};
const NumberKernels kQ1_0{unpackQ1_0, multiplyQ1_0, addQ1_0};
const NumberKernels kQ2_0{unpackQ2_0, multiplyQ2_0, addQ2_0};
const NumberKernels kIq4Nl{unpackIq4Nl, multiplyIq4Nl, addIq4Nl};
const NumberKernels kMxfp4{unpackMxfp4, multiplyMxfp4, addMxfp4};
const NumberKernels kNvfp4{unpackNvfp4, multiplyNvfp4, addNvfp4};
const NumberKernels kQ2K{unpackQ2K, multiplyQ2K, addQ2K};
const NumberKernels kQ3K{unpackQ3K, multiplyQ3K, addQ3K};
const NumberKernels kQ4K{unpackQ4K, multiplyQ4K, addQ4K};
const NumberKernels kQ5K{unpackQ5K, multiplyQ5K, addQ5K};
const NumberKernels kQ6K{unpackQ6K, multiplyQ6K, addQ6K};
const NumberKernels kIq4Xs{unpackIq4Xs, multiplyIq4Xs, addIq4Xs};
const NumberKernels kTq1_0{unpackTq1_0, multiplyTq1_0, addTq1_0};
const NumberKernels kTq2_0{unpackTq2_0, multiplyTq2_0, addTq2_0};
const NumberKernels kIq2Xxs{unpackIq2Xxs, multiplyIq2Xxs, addIq2Xxs};
const NumberKernels kIq2Xs{unpackIq2Xs, multiplyIq2Xs, addIq2Xs};
const NumberKernels kIq2S{unpackIq2S, multiplyIq2S, addIq2S};
const NumberKernels kIq3Xxs{unpackIq3Xxs, multiplyIq3Xxs, addIq3Xxs};
const NumberKernels kIq3S{unpackIq3S, multiplyIq3S, addIq3S};
const NumberKernels kIq1S{unpackIq1S, multiplyIq1S, addIq1S};
const NumberKernels kIq1M{unpackIq1M, multiplyIq1M, addIq1M};
const NumberKernels kInt8{unpackInt8, multiplyInt8, addInt8};
const NumberKernels kInt4{unpackInt4, multiplyInt4, addInt4};
const NumberKernels kFp8{unpackFp8, multiplyFp8, addFp8};
const NumberKernels kNf4{unpackNf4, multiplyNf4, addNf4};

}  // namespace headlight::blocks
