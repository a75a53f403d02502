#pragma once

#include "core/base/matrix.h"

namespace headlight {

/// out(i, j) = scale · (row i of a) · (row j of b): a [m, k], b [n, k], out [m, n], one thread. Each number is added up
/// in the order of its row alone: any part of a product is bit for bit what the whole has there, unlike
/// multiplyTransposed().
void dotProducts(MatrixView a, MatrixView b, float scale, MatrixOut out);

}  // namespace headlight
