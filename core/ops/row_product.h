#pragma once

#include "core/ops/weight_matrix.h"

namespace headlight {

/// Whether multiplyRow can make the outputs [from, from + n): of weights that are not of single precision, where whole
/// blocks are read.
bool multipliesRow(const WeightMatrix& weight, bool inOut, Index from, Index n);

/// out [1, n] = x [1, in] Wᵀ for the outputs [from, from + n) of weights for which multipliesRow() holds, [in, out]
/// where `inOut`, else [out, in]; one thread. Every weight is read once, as it lies in memory, and converted in a
/// register: an appended token waits for little else. Bit for bit the same however the outputs are cut.
void multiplyRow(MatrixView x, const WeightMatrix& weight, bool inOut, Index from, MatrixOut out);

}  // namespace headlight
