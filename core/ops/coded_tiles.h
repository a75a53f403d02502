#pragma once

#include "core/ops/split_rows.h"
#include "core/ops/weight_matrix.h"

namespace headlight {

/// As multiplyTiles(), for weights [out, in] whose format has NumberKernels::unpackCodes: one part of bfloat16 holds a
/// code, and the sums of each 32 products are multiplied with what codes are scaled by.
void multiplyCodes(const SplitRows& x, Index top, const WeightMatrix& weight, Index from, MatrixOut out);

}  // namespace headlight
