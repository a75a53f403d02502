#include "core/analysis/row_sums.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "core/base/vectorised.h"

namespace headlight {
namespace {

constexpr std::size_t kRowLanes = 16;
using RowLanes = std::array<double, kRowLanes>;

/// ln x of a number above 0 in steps that vectorise: x = 2^e m with m from √½ to √2, and ln m = 2 artanh((m - 1) / (m +
/// 1)) as a series, whose rest is below 1e-14. Numbers too small to be normal count as if they were 2^-127 to 2^-126.
inline double logOf(float x) {
  constexpr std::uint32_t kMantissa = 0x007fffff, kRootOfHalf = 0x3f3504f3;
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(x) - kRootOfHalf;
  const auto exponent = static_cast<std::int32_t>(bits) >> 23;
  const double m = static_cast<double>(std::bit_cast<float>((bits & kMantissa) + kRootOfHalf));
  const double s = (m - 1) / (m + 1), t = s * s;
  double p = 1.0 / 17;
  p = p * t + 1.0 / 15;
  p = p * t + 1.0 / 13;
  p = p * t + 1.0 / 11;
  p = p * t + 1.0 / 9;
  p = p * t + 1.0 / 7;
  p = p * t + 1.0 / 5;
  p = p * t + 1.0 / 3;
  p = p * t + 1.0;
  return static_cast<double>(exponent) * 0.693147180559945309 + 2 * s * p;
}

HEADLIGHT_VECTORISED void addLogs(const float* x, std::size_t n, double* sum, double* above, double* logs) {
  for (std::size_t i = 0; i + kRowLanes <= n; i += kRowLanes)
    for (std::size_t j = 0; j < kRowLanes; ++j) {
      const float one = x[i + j], positive = one > 0 ? one : 0.0F;
      sum[j] += static_cast<double>(one);
      above[j] += static_cast<double>(positive);
      logs[j] += static_cast<double>(positive) * logOf(one > 0 ? one : 1.0F);
    }
}

HEADLIGHT_VECTORISED void addMoments(const float* x, std::size_t n, double* __restrict at, double* __restrict sum,
                                     double* __restrict first) {
  for (std::size_t i = 0; i + kRowLanes <= n; i += kRowLanes)
    for (std::size_t j = 0; j < kRowLanes; ++j) {
      const double one = static_cast<double>(x[i + j]);
      sum[j] += one;
      first[j] += one * at[j];
      at[j] += static_cast<double>(kRowLanes);
    }
}

HEADLIGHT_VECTORISED void addPositive(const float* x, std::size_t n, double factor, double* to) {
  for (std::size_t i = 0; i < n; ++i) to[i] += factor * static_cast<double>(x[i] > 0 ? x[i] : 0.0F);
}

double totalOf(const RowLanes& lanes) { return std::accumulate(lanes.begin(), lanes.end(), 0.0); }

}  // namespace

LogSums& LogSums::operator+=(const LogSums& other) {
  sum += other.sum;
  above += other.above;
  logs += other.logs;
  return *this;
}

double LogSums::entropy(double divisor) const { return (above * std::log(divisor) - logs) / divisor; }

LogSums logSumsOf(std::span<const float> row) {
  RowLanes sum{}, above{}, logs{};
  addLogs(row.data(), row.size(), sum.data(), above.data(), logs.data());
  LogSums all{totalOf(sum), totalOf(above), totalOf(logs)};
  for (const float x : row.subspan(row.size() / kRowLanes * kRowLanes)) {
    all.sum += static_cast<double>(x);
    if (!(x > 0)) continue;
    all.above += static_cast<double>(x);
    all.logs += static_cast<double>(x) * logOf(x);
  }
  return all;
}

Moments momentsOf(std::span<const float> row) {
  RowLanes at, sum{}, first{};
  std::iota(at.begin(), at.end(), 0.0);
  addMoments(row.data(), row.size(), at.data(), sum.data(), first.data());
  Moments all{totalOf(sum), totalOf(first)};
  for (std::size_t i = row.size() / kRowLanes * kRowLanes; i < row.size(); ++i) {
    all.sum += static_cast<double>(row[i]);
    all.first += static_cast<double>(i) * static_cast<double>(row[i]);
  }
  return all;
}

void addAboveZero(std::span<const float> row, double factor, std::span<double> to) {
  addPositive(row.data(), row.size(), factor, to.data());
}

}  // namespace headlight
