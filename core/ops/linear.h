#pragma once

#include <initializer_list>
#include <optional>
#include <span>

#include "core/base/matrix.h"
#include "core/ops/activation.h"
#include "core/ops/weight_matrix.h"

namespace headlight {

/// An affine map of rows: y = scale · x Wᵀ + b.
struct Linear {
  WeightMatrix weight;  ///< [out, in], or [in, out] where `inOut`.
  bool inOut = false;   ///< Whether the weight is stored as [in, out] (GPT-2).
  Vector bias;          ///< [out], or empty.
  float scale = 1;

  bool empty() const { return weight.empty(); }
  Index out() const { return inOut ? weight.cols() : weight.rows(); }
  Index in() const { return inOut ? weight.rows() : weight.cols(); }
};

/// One of several maps of the same rows: out [n, columns] = then(the map of x), columns of the map from `from` on.
struct LinearTask {
  const Linear& linear;
  MatrixOut out;
  Activation then = Activation::Identity;
  Index from = 0;
};

/// Runs all `tasks` on x [n, in] in one loop over the threads, tile by tile. How the products are cut into tiles
/// depends on their shapes alone, so that results are bit for bit the same on any number of threads. Weights
/// of other formats than single precision are converted in pieces that stay in the cache, for a single row in
/// registers.
void apply(std::span<const LinearTask> tasks, MatrixView x);
inline void apply(std::initializer_list<LinearTask> tasks, const MatrixView& x) {
  apply(std::span<const LinearTask>(tasks.begin(), tasks.size()), x);
}
/// out [n, out] = the map of x [n, in].
void apply(const Linear& linear, MatrixView x, MatrixOut out);

/// How many rows must be mapped at a time, at least, for each to come to the same bits whatever the others are: a row
/// that is infinite, or tiny, apart. None where products do not promise that on this processor.
std::optional<Index> independentRows();

}  // namespace headlight
