#include "core/analysis/row_sums.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "core/base/vectorised.h"

namespace headlight {
namespace {

constexpr std::size_t kRowLanes = 16, kLogBlock = 256;
using RowLanes = std::array<double, kRowLanes>;

/// What a logarithm is made of: x = 2^exponent · mantissa, with mantissas from √½ to √2.
struct Binary {
  float mantissa, exponent;
};
/// Of a number above 0; those too small to be normal count as if they were 2^-127 to 2^-126.
inline Binary binaryOf(float x) {
  constexpr std::uint32_t kMantissa = 0x007fffff, kRootOfHalf = 0x3f3504f3;
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(x) - kRootOfHalf;
  return {std::bit_cast<float>((bits & kMantissa) + kRootOfHalf),
          static_cast<float>(static_cast<std::int32_t>(bits) >> 23)};
}

/// ln x in steps that vectorise: ln mantissa = 2 artanh s, s = (mantissa - 1) / (mantissa + 1), where a polynomial of s²
/// meets artanh(s) / s at the Chebyshev points; relative error below 3e-14.
inline double logOf(float mantissa, float exponent) {
  const double m = static_cast<double>(mantissa), s = (m - 1) / (m + 1), t = s * s;
  double p = 0.098040478198765264;
  p = p * t + 0.11087124955038745;
  p = p * t + 0.14286083072937863;
  p = p * t + 0.19999997445916191;
  p = p * t + 0.33333333339789626;
  p = p * t + 0.99999999999997359;
  return static_cast<double>(exponent) * 0.693147180559945309 + 2 * s * p;
}

/// The numbers above 0 and what their logarithms are made of, by themselves: a vector holds eight of them, and four of
/// what addLogs() makes of them.
HEADLIGHT_VECTORISED void splitLogs(const float* x, std::size_t n, float* __restrict above, float* __restrict mantissa,
                                    float* __restrict exponent, std::int32_t* __restrict counts) {
  for (std::size_t i = 0; i + kRowLanes <= n; i += kRowLanes)
    for (std::size_t j = 0; j < kRowLanes; ++j) {
      const float one = x[i + j];
      const Binary parts = binaryOf(one > 0 ? one : 1.0F);
      above[i + j] = one > 0 ? one : 0.0F;
      mantissa[i + j] = parts.mantissa;
      exponent[i + j] = parts.exponent;
      counts[j] += one > 0 ? 1 : 0;
    }
}

HEADLIGHT_VECTORISED void addLogs(const float* x, std::size_t n, const float* positive, const float* mantissa,
                                  const float* exponent, double* __restrict sum, double* __restrict above,
                                  double* __restrict logs) {
  for (std::size_t i = 0; i + kRowLanes <= n; i += kRowLanes)
    for (std::size_t j = 0; j < kRowLanes; ++j) {
      const double one = static_cast<double>(positive[i + j]);
      sum[j] += static_cast<double>(x[i + j]);
      above[j] += one;
      logs[j] += one * logOf(mantissa[i + j], exponent[i + j]);
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

inline void addPair(float x, float y, double& all, double& least) {
  const bool numbers = x == x && y == y;
  const float a = numbers ? x : 0.0F, b = numbers ? y : 0.0F;
  all += static_cast<double>(a) + static_cast<double>(b);
  least += static_cast<double>(a < b ? a : b);
}

HEADLIGHT_VECTORISED void addPairs(const float* a, const float* b, std::size_t n, double* __restrict all,
                                   double* __restrict least) {
  for (std::size_t i = 0; i + kRowLanes <= n; i += kRowLanes)
    for (std::size_t j = 0; j < kRowLanes; ++j) addPair(a[i + j], b[i + j], all[j], least[j]);
}

HEADLIGHT_VECTORISED bool hasNaN(const float* x, std::size_t n) {
  constexpr std::uint32_t kSign = 0x80000000, kInfinity = 0x7f800000;
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < n; ++i) found |= (std::bit_cast<std::uint32_t>(x[i]) & ~kSign) > kInfinity ? 1U : 0U;
  return found != 0;
}

constexpr std::size_t kZeroBlock = 64, kZeroPiece = 8;

/// Whether the numbers of a block are 0, which -0 is too.
HEADLIGHT_VECTORISED bool isZeroBlock(const float* x) {
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < kZeroBlock; ++i) found |= std::bit_cast<std::uint32_t>(x[i]) << 1;
  return found == 0;
}

/// The same of a few.
inline bool isZeroPiece(const float* x) {
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < kZeroPiece; ++i) found |= std::bit_cast<std::uint32_t>(x[i]) << 1;
  return found == 0;
}

double totalOf(const RowLanes& lanes) { return std::accumulate(lanes.begin(), lanes.end(), 0.0); }

}  // namespace

LogSums& LogSums::operator+=(const LogSums& other) {
  sum += other.sum;
  above += other.above;
  logs += other.logs;
  count += other.count;
  return *this;
}

double LogSums::entropy(double divisor) const { return (above * std::log(divisor) - logs) / divisor; }

LogSums logSumsOf(std::span<const float> row) {
  LogSums all;
  const std::size_t whole = row.size() / kRowLanes * kRowLanes;
  if (whole > 0) {  // Most sums are of a few cells.
    RowLanes sums{}, aboves{}, logs{};
    std::array<std::int32_t, kRowLanes> counts{};
    std::array<float, kLogBlock> above, mantissa, exponent;
    for (std::size_t at = 0; at < whole; at += kLogBlock) {
      const float* x = row.data() + at;
      const std::size_t n = std::min(kLogBlock, whole - at);
      splitLogs(x, n, above.data(), mantissa.data(), exponent.data(), counts.data());
      addLogs(x, n, above.data(), mantissa.data(), exponent.data(), sums.data(), aboves.data(), logs.data());
    }
    all = {totalOf(sums), totalOf(aboves), totalOf(logs), std::accumulate(counts.begin(), counts.end(), Index{0})};
  }
  for (const float x : row.subspan(whole)) {
    all.sum += static_cast<double>(x);
    if (!(x > 0)) continue;
    const Binary parts = binaryOf(x);
    all.above += static_cast<double>(x);
    all.logs += static_cast<double>(x) * logOf(parts.mantissa, parts.exponent);
    ++all.count;
  }
  return all;
}

Moments momentsOf(std::span<const float> row) {
  Moments all;
  if (row.size() >= kRowLanes) {
    RowLanes at, sum{}, first{};
    std::iota(at.begin(), at.end(), 0.0);
    addMoments(row.data(), row.size(), at.data(), sum.data(), first.data());
    all = {totalOf(sum), totalOf(first)};
  }
  for (std::size_t i = row.size() / kRowLanes * kRowLanes; i < row.size(); ++i) {
    all.sum += static_cast<double>(row[i]);
    all.first += static_cast<double>(i) * static_cast<double>(row[i]);
  }
  return all;
}

PairSums pairSumsOf(std::span<const float> a, std::span<const float> b) {
  RowLanes all{}, least{};
  addPairs(a.data(), b.data(), a.size(), all.data(), least.data());
  PairSums sums{totalOf(all), totalOf(least)};
  for (std::size_t i = a.size() / kRowLanes * kRowLanes; i < a.size(); ++i) addPair(a[i], b[i], sums.all, sums.least);
  return sums;
}

bool isWhole(std::span<const float> row) { return !hasNaN(row.data(), row.size()); }

Used usedOf(std::span<const float> row) {
  std::size_t begin = 0, end = row.size();
  while (begin + kZeroBlock <= end && isZeroBlock(row.data() + begin)) begin += kZeroBlock;
  while (begin + kZeroPiece <= end && isZeroPiece(row.data() + begin)) begin += kZeroPiece;
  while (begin < end && row[begin] == 0) ++begin;
  while (begin + kZeroBlock <= end && isZeroBlock(row.data() + end - kZeroBlock)) end -= kZeroBlock;
  while (begin + kZeroPiece <= end && isZeroPiece(row.data() + end - kZeroPiece)) end -= kZeroPiece;
  while (begin < end && row[end - 1] == 0) --end;
  return {static_cast<Index>(begin), static_cast<Index>(end)};
}

void addAboveZero(std::span<const float> row, double factor, std::span<double> to) {
  addPositive(row.data(), row.size(), factor, to.data());
}

}  // namespace headlight
