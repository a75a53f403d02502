#pragma once

#include "core/ops/activations.h"
#include "core/ops/linear.h"
#include "core/ops/norms.h"
#include "core/ops/rotary.h"

namespace headlight {

// What comes back through an operation: the derivative of a number with respect to what it gave becomes that with
// respect to what it read.

/// out [n, in] from `gradient` [n, out]; the weights are used as they are stored.
void backThrough(const Linear& linear, MatrixView gradient, MatrixOut out);
/// In place: `gradient` and the rows `in` that the norm read are [n, heads · width of the norm], as applyPerHead() takes
/// them. Sums are taken in double precision.
void backThrough(const Norm& norm, Index heads, MatrixView in, MatrixOut gradient);
/// The same of whole rows, in double precision.
void backThrough(const Norm& norm, MatrixView in, Eigen::MatrixXd& gradient);
/// In place, of what the activation read.
void backThrough(Activation activation, MatrixView in, MatrixOut gradient);
void backThrough(const Xielu& function, MatrixView in, MatrixOut gradient);
/// In place, through rotate() with the same arguments.
void rotateBack(const RotaryTable& table, Index heads, MatrixOut gradient, Index first = 0, Index from = 0);

}  // namespace headlight
