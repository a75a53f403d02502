#pragma once

#include <algorithm>
#include <cmath>

#include "core/base/index.h"

namespace headlight {

// Accumulators: add one number after the other, merge what others have added. Counts are exact in whatever order; sums
// depend on the order only by rounding.

/// A mean that knows how many numbers went in.
struct Mean {
  double sum = 0;
  Index count = 0;

  void add(double value) {
    sum += value;
    ++count;
  }
  void merge(const Mean& other) {
    sum += other.sum;
    count += other.count;
  }
  /// 0 where nothing went in.
  double value() const { return count ? sum / static_cast<double>(count) : 0; }
};

/// A score beside what chance would give, case by case.
struct Tally {
  double score = 0, chance = 0;  ///< Sums.
  double squares = 0;            ///< Sum of (score - chance)².
  Index count = 0;

  void add(double oneScore, double oneChance) {
    score += oneScore;
    chance += oneChance;
    squares += (oneScore - oneChance) * (oneScore - oneChance);
    ++count;
  }
  void merge(const Tally& other) {
    score += other.score;
    chance += other.chance;
    squares += other.squares;
    count += other.count;
  }
  /// 0 where nothing went in.
  double meanScore() const { return count ? score / static_cast<double>(count) : 0; }
  double meanChance() const { return count ? chance / static_cast<double>(count) : 0; }
  /// Standard error of the mean of score - chance over the cases; 0 for fewer than two.
  double error() const {
    if (count < 2) return 0;
    const auto n = static_cast<double>(count);
    const double mean = meanScore() - meanChance();
    return std::sqrt(std::max(0.0, squares / n - mean * mean) / (n - 1));
  }
};

}  // namespace headlight
