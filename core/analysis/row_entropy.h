#pragma once

#include <cmath>

#include "core/base/matrix.h"

namespace headlight {

/// -Σ A ln A of one row in nats, 0 ln 0 = 0.
template <class Row>
double entropyOf(const Row& row) {
  double sum = 0;
  for (Index k = 0; k < row.size(); ++k)
    if (row(k) > 0) sum -= static_cast<double>(row(k)) * std::log(static_cast<double>(row(k)));
  return sum;
}

}  // namespace headlight
