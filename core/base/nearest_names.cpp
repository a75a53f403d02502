#include "core/base/nearest_names.h"

#include <algorithm>
#include <utility>

#include "core/base/plain_text.h"

namespace headlight {
namespace {

/// Steps to `name`, fewer where one is part of the other; none where they are too far apart.
std::size_t distanceTo(const std::string& wanted, const std::string& name) {
  constexpr std::size_t kFar = SIZE_MAX, kShortest = 2;
  const std::size_t steps = stepsBetween(wanted, name);
  const bool part = std::min(wanted.size(), name.size()) >= kShortest &&
                    (name.find(wanted) != std::string::npos || wanted.find(name) != std::string::npos);
  if (steps <= std::max<std::size_t>(1, wanted.size() / 3)) return steps;
  return part ? steps + wanted.size() : kFar;
}

}  // namespace

std::size_t stepsBetween(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return row[b.size()];
}

std::vector<std::string> nearestNames(std::string_view wanted, const std::vector<std::string>& names,
                                      std::size_t most) {
  const std::string typed = lowerAscii(wanted);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : names) {
    const std::string known = lowerAscii(name);
    const auto slash = known.find('/');
    std::size_t distance = distanceTo(typed, known);
    if (slash != std::string::npos) distance = std::min(distance, distanceTo(typed, known.substr(slash + 1)));
    if (distance != SIZE_MAX) near.emplace_back(distance, name);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> nearest;
  for (const auto& [distance, name] : near)
    if (nearest.size() < most) nearest.push_back(name);
  return nearest;
}

std::string inQuotesOr(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i)
    list += (i == 0 ? "'" : i + 1 == names.size() ? " or '" : ", '") + names[i] + "'";
  return list;
}

}  // namespace headlight
