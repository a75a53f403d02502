#pragma once

#include <cstdint>

#include "core/base/matrix.h"

namespace headlight {

/// out = scale · a · bᵀ, one thread: a [m, k], b [n, k], out [m, n].
void multiplyTransposed(MatrixView a, MatrixView b, float scale, MatrixOut out);
/// out = a · b, or out += a · b: a [m, k], b [k, n], out [m, n], one thread.
void multiply(MatrixView a, MatrixView b, bool add, MatrixOut out);

/// Multiply-adds of all products so far, in every thread: to count what a run really computed.
std::uint64_t countedMultiplyAdds();

}  // namespace headlight
