#pragma once

#include "core/base/matrix.h"

namespace headlight {

/// out = scale · a · bᵀ, one thread: a [m, k], b [n, k], out [m, n].
void multiplyTransposed(MatrixView a, MatrixView b, float scale, MatrixOut out);
/// out = a · b, or out += a · b: a [m, k], b [k, n], out [m, n], one thread.
void multiply(MatrixView a, MatrixView b, bool add, MatrixOut out);

}  // namespace headlight
