#pragma once

#include "core/ops/split_rows.h"
#include "core/ops/weight_matrix.h"

namespace headlight {

/// Whether products of so many rows with weights of `format` are quicker by tiles, on this processor.
bool multipliesTiles(Index rows, Dtype format);

/// out [rows, n] = x Wᵀ of rows [top, top + rows) of x, where a panel of 16 begins, for the outputs [from, from + n) of
/// weights [out, in], or [in, out] where `inOut`; one thread. Weights are unpacked and split as x is, piece by piece,
/// and products added in single precision. Bit for bit the same however rows and outputs are cut.
void multiplyTiles(const SplitRows& x, Index top, const WeightMatrix& weight, bool inOut, Index from, MatrixOut out);

}  // namespace headlight
