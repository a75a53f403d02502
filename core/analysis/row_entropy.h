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

/// The sum of a row's cells above 0, which it is divided by where rows do not sum to 1 (LogSums::divisor); 1 for a row
/// without any.
template <class Row>
double entropyDivisor(const Row& row) {
  const double sum = row.template cast<double>().cwiseMax(0).sum();
  return sum > 0 ? sum : 1;
}

}  // namespace headlight
