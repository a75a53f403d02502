#pragma once

#include <QString>
#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/checkpoint/safetensors.h"

namespace headlight::test {

/// Compares tensors with those of a file, each by its largest difference relative to its largest value, and remembers
/// the first wrong one.
class TensorComparison {
 public:
  TensorComparison(const TensorTable& expected, double tolerance) : m_expected(expected), m_tolerance(tolerance) {}

  /// `name` is that of the file; `least` is the smallest number that differences are taken relative to.
  void compare(const std::string& name, const std::vector<Index>& shape, const std::vector<double>& found,
               double least = 0) {
    m_seen.insert(name);
    const auto at = m_expected.find(name);
    if (at == m_expected.end()) return wrong(name + ": there is no such tensor");
    const std::vector<float> expected = floatsOf(at->second);
    if (!std::equal(shape.begin(), shape.end(), at->second.shape.begin(), at->second.shape.end()) ||
        found.size() != expected.size())
      return wrong(name + ": expected another shape, " + shapeText(at->second.shape));
    double largest = least, worst = 0;
    std::size_t place = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      largest = std::max(largest, std::abs(static_cast<double>(expected[i])));
      const double difference = std::abs(found[i] - static_cast<double>(expected[i]));
      if (difference <= worst) continue;  // NaN goes on.
      worst = std::isnan(difference) ? INFINITY : difference;
      place = i;
    }
    const double relative = worst > 0 ? worst / largest : 0;
    m_worst = std::max(m_worst, relative);
    if (!(relative <= m_tolerance))
      wrong(name + ": largest difference " + std::to_string(worst) + " of " + std::to_string(largest) + " at number " +
            std::to_string(place) + ": expected " + std::to_string(expected[place]) + ", found " +
            std::to_string(found[place]));
  }

  /// Tensors of the file for which wanted(name) holds and which were not compared.
  template <class Wanted>
  std::vector<std::string> missing(const Wanted& wanted) const {
    std::vector<std::string> names;
    for (const auto& [name, tensor] : m_expected)
      if (wanted(name) && !m_seen.contains(name)) names.push_back(name);
    return names;
  }

  /// The largest difference since the last call.
  double takeWorst() { return std::exchange(m_worst, 0); }
  const std::string& firstWrong() const { return m_firstWrong; }

 private:
  void wrong(const std::string& what) {
    m_worst = std::max(m_worst, 2 * m_tolerance);
    if (m_firstWrong.empty()) m_firstWrong = what;
  }

  const TensorTable& m_expected;
  double m_tolerance, m_worst = 0;
  std::set<std::string> m_seen;
  std::string m_firstWrong;
};

}  // namespace headlight::test
