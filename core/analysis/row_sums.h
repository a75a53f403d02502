#pragma once

#include <span>

#include "core/base/matrix.h"

namespace headlight {

// Sums over a row of weights in double precision, several cells at a time: tables of heads read every cell of every
// head.

/// What an entropy is made of.
struct LogSums {
  double sum = 0;    ///< Σ A of all cells.
  double above = 0;  ///< Σ A of the cells above 0.
  double logs = 0;   ///< Σ A ln A of the cells above 0.
  Index count = 0;   ///< How many cells are above 0.

  LogSums& operator+=(const LogSums& other);
  /// What a row is divided by before its entropy is taken: 1 where rows sum to 1 anyhow, else the sum of its cells above
  /// 0 (1 for a row without any). Cells below 0, as effective attention has, are no part of a distribution.
  double divisor(bool rowsSumToOne) const { return rowsSumToOne || !(above > 0) ? 1 : above; }
  /// -Σ w ln w of the weights w = A / divisor above 0, in nats.
  double entropy(double divisor) const;
};
LogSums logSumsOf(std::span<const float> row);

/// Σ A and Σ i A, i from 0.
struct Moments {
  double sum = 0, first = 0;
};
Moments momentsOf(std::span<const float> row);

/// Of two rows of as many cells: Σ (A + B) and Σ min(A, B) over the places where both are numbers.
struct PairSums {
  double all = 0, least = 0;
};
PairSums pairSumsOf(std::span<const float> a, std::span<const float> b);

/// Whether every cell is a number; where a file has none (NaN), nothing can be said of the row.
bool isWhole(std::span<const float> row);

/// The cells from the first to the last that is not 0: [begin, end), empty for a row of zeros.
struct Used {
  Index begin = 0, end = 0;
};
Used usedOf(std::span<const float> row);

/// Adds the cells above 0, times `factor`, to as many numbers.
void addAboveZero(std::span<const float> row, double factor, std::span<double> to);

/// The cells of a row of a Matrix.
template <class Row>
std::span<const float> cellsOf(const Row& row) {
  return {row.data(), static_cast<std::size_t>(row.size())};
}

}  // namespace headlight
