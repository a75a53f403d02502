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

/// What a row is divided by before its entropy is taken: 1 where rows sum to 1 anyhow, else the sum of its cells above
/// 0 (1 for a row without any). Cells below 0, as effective attention has, are no part of a distribution and count as
/// 0.
template <class Row>
double entropyDivisor(const Row& row, bool rowsSumToOne) {
  if (rowsSumToOne) return 1;
  const double sum = row.template cast<double>().cwiseMax(0).sum();
  return sum > 0 ? sum : 1;
}

}  // namespace headlight
