#pragma once

#include <QString>
#include <vector>

namespace headlight {

/// An axis of numbers whose marks are round, about four of them.
struct RoundAxis {
  double least = 0, most = 1;  ///< Its ends, which are marks.
  int digits = 0;              ///< After the point.
  std::vector<double> ticks;   ///< Ascending.

  QString text(double tick) const;
};

/// The axis that holds `values`: from 0, as shares and entropies are, unless one lies below, or unless `fromZero` is
/// false and all lie far from it.
RoundAxis roundAxis(const std::vector<double>& values, bool fromZero = true);

}  // namespace headlight
