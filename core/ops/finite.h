#pragma once

#include <optional>

#include "core/base/matrix.h"

namespace headlight {

/// The row of the first number that is not finite (NaN or infinite); none where all are.
std::optional<Index> firstNotFinite(MatrixView numbers);

}  // namespace headlight
