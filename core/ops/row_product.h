#pragma once

#include "core/ops/weight_matrix.h"

namespace headlight {

/// out [1, n] = x [1, in] Wᵀ for the outputs [from, from + n) of 16-bit weights, [in, out] where `inOut`, else
/// [out, in]; one thread. Every weight is read once, as it lies in memory, and converted in a register: an appended
/// token waits for little else. Bit for bit the same however the outputs are cut.
void multiplyRow(MatrixView x, const WeightMatrix& weight, bool inOut, Index from, MatrixOut out);

}  // namespace headlight
