#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace headlight {

/// What a number is measured in, and so how its histogram is cut into kBins bins.
enum class MetricScale {
  Share,   ///< 0 to 1, each bin 0.01 wide.
  Nats,    ///< From 0, each bin 0.1 wide; the last one has all from 9.9 on.
  Tokens,  ///< From 0, in eighths of an octave of 1 + tokens: 9% wide; the last one has all from some 5,300 on.
  Change,  ///< Nats around 0, in 12.5 bins a power of ten of 1 + 1000 |nats|: to ±10; the ends have all beyond.
};
inline constexpr std::size_t kBins = 100;

inline std::size_t binOf(double value, MetricScale scale) {
  constexpr double kPerNat = 10, kPerOctave = 8, kPerDecade = 12.5, kUnit = 1e-3;
  const double place = scale == MetricScale::Share  ? value * static_cast<double>(kBins)
                       : scale == MetricScale::Nats ? value * kPerNat
                       : scale == MetricScale::Change
                           ? static_cast<double>(kBins) / 2 +
                                 std::copysign(kPerDecade * std::log10(1 + std::abs(value) / kUnit), value)
                           : kPerOctave * std::log2(1 + std::max(value, 0.0));
  return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(kBins - 1)));
}
/// Where a bin begins; bin kBins is the end of the last one.
inline double beginOf(std::size_t bin, MetricScale scale) {
  constexpr double kPerNat = 10, kPerOctave = 8, kPerDecade = 12.5, kUnit = 1e-3;
  const auto place = static_cast<double>(bin);
  const double fromMiddle = place - static_cast<double>(kBins) / 2;
  return scale == MetricScale::Share  ? place / static_cast<double>(kBins)
         : scale == MetricScale::Nats ? place / kPerNat
         : scale == MetricScale::Change
             ? std::copysign(kUnit * (std::pow(10, std::abs(fromMiddle) / kPerDecade) - 1), fromMiddle)
             : std::exp2(place / kPerOctave) - 1;
}

/// How one number is spread over texts: exact counts, so that parts merge to the same in whatever order; sums to
/// rounding. Quantiles are as fine as the bins.
struct Distribution {
  std::int64_t count = 0;
  double sum = 0, squares = 0;
  double least = std::numeric_limits<double>::infinity(), most = -std::numeric_limits<double>::infinity();
  std::array<std::int64_t, kBins> bins{};

  /// Without a bin: what a mean and its interval need.
  void add(double value) {
    ++count;
    sum += value;
    squares += value * value;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  void add(double value, MetricScale scale) {
    add(value);
    ++bins[binOf(value, scale)];
  }
  void merge(const Distribution& other) {
    count += other.count;
    sum += other.sum;
    squares += other.squares;
    least = std::min(least, other.least);
    most = std::max(most, other.most);
    for (std::size_t i = 0; i < kBins; ++i) bins[i] += other.bins[i];
  }
  /// 0 where nothing went in.
  double mean() const { return count ? sum / static_cast<double>(count) : 0; }
  /// Of the texts as a sample; 0 for fewer than two.
  double deviation() const {
    if (count < 2) return 0;
    const auto n = static_cast<double>(count);
    return std::sqrt(std::max(0.0, squares - sum * sum / n) / (n - 1));
  }
  /// Standard error of the mean over texts.
  double error() const { return count ? deviation() / std::sqrt(static_cast<double>(count)) : 0; }
  /// The value that a part of the texts does not exceed, to the width of a bin: evenly within a bin, and between the
  /// least and the largest value.
  double quantile(double part, MetricScale scale) const {
    const double wanted = part * static_cast<double>(count);
    double before = 0;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      const auto here = static_cast<double>(bins[bin]);
      if (here > 0 && before + here >= wanted) {
        const double from = beginOf(bin, scale), to = beginOf(bin + 1, scale);
        return std::clamp(from + (to - from) * (wanted - before) / here, least, most);
      }
      before += here;
    }
    return most;
  }
};

}  // namespace headlight
