#pragma once

#include <cstddef>

namespace headlight {

/// Sizes and positions. The same type as in core/base/matrix.h, for files that need no matrices and so need not read
/// Eigen.
using Index = std::ptrdiff_t;

}  // namespace headlight
