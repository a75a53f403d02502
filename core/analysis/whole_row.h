#pragma once

#include <Eigen/Core>

namespace headlight {

/// Whether every weight of a row is a number; where a file has none (NaN), nothing can be said of the row.
template <class Row>
bool isWhole(const Row& row) {
  return !row.array().isNaN().any();
}

}  // namespace headlight
