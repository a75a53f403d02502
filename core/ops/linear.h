#pragma once

#include "core/base/matrix.h"
#include "core/ops/weight_matrix.h"

namespace headlight {

/// An affine map of rows: y = x Wᵀ + b.
struct Linear {
  WeightMatrix weight;  ///< [out, in], or [in, out] where `inOut`.
  bool inOut = false;   ///< Whether the weight is stored as [in, out] (GPT-2).
  Vector bias;          ///< [out], or empty.

  bool empty() const { return weight.empty(); }
  Index out() const { return inOut ? weight.cols() : weight.rows(); }
  Index in() const { return inOut ? weight.rows() : weight.cols(); }
};

/// out [n, out] = x [n, in] Wᵀ + b, spread over the threads; 16-bit weights are converted in pieces that stay in the
/// cache.
void apply(const Linear& linear, MatrixView x, MatrixOut out);

}  // namespace headlight
