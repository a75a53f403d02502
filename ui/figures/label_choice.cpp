#include "ui/figures/label_choice.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace headlight {

std::vector<Index> chooseLabels(Index count, double pitch, double room, const std::vector<Index>& wanted) {
  const auto apart = std::max<Index>(1, static_cast<Index>(std::ceil(room / std::max(pitch, 1e-6) - 1e-9)));
  std::set<Index> chosen;
  const auto add = [&](Index at) {
    if (at < 0 || at >= count) return;
    const auto after = chosen.lower_bound(at);
    if (after != chosen.end() && *after - at < apart) return;
    if (after != chosen.begin() && at - *std::prev(after) < apart) return;
    chosen.insert(at);
  };
  for (const Index at : wanted) add(at);
  for (Index at = 0; at < count; at += apart) add(at);
  return {chosen.begin(), chosen.end()};
}

}  // namespace headlight
