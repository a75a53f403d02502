#pragma once

#include <cstdint>

#include "core/base/matrix.h"

namespace headlight {

/// out = scale · a · bᵀ, or out += scale · a · bᵀ: a [m, k], b [n, k], out [m, n], one thread. Bit for bit the same for
/// the same shapes and numbers; another shape may round otherwise.
void multiplyTransposed(MatrixView a, MatrixView b, float scale, MatrixOut out, bool add = false);
/// out = a · b, or out += a · b: a [m, k], b [k, n], out [m, n], one thread.
void multiply(MatrixView a, MatrixView b, bool add, MatrixOut out);

/// The library that multiplies: "oneDNN" or "OpenBLAS".
const char* multiplierName();
/// Multiply-adds of all products so far, in every thread: to count what a run really computed.
std::uint64_t countedMultiplyAdds();
/// Counts those of a product that was computed elsewhere.
void countMultiplyAdds(Index count);

}  // namespace headlight
