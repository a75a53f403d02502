#pragma once

#include "core/base/matrix.h"

namespace headlight {

/// Whether multiplyFewRows() is quicker than multiplyTransposed() for so many rows of a, on this processor.
bool multipliesFewRows(Index rows);

/// out = a · bᵀ, or out += a · bᵀ: a [m, k], b [n, k], out [m, n], one thread, for numbers of rows for which
/// multipliesFewRows() holds. The rows of b are read once, where they lie: a few rows of a are done with before a copy
/// of b, as products of many rows make one, would be. Bit for bit the same for the same shapes and numbers.
void multiplyFewRows(MatrixView a, MatrixView b, MatrixOut out, bool add = false);

}  // namespace headlight
