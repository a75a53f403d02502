#include "ui/reading/heads/head_maps.h"

#include <algorithm>
#include <cstdlib>

namespace headlight {

namespace {

/// The place of the number of `there`, ascending, that is nearest to `number`.
std::size_t nearest(const std::vector<int>& there, int number) {
  const auto found = std::min_element(there.begin(), there.end(), [number](int a, int b) {
    return std::abs(a - number) < std::abs(b - number);
  });
  return static_cast<std::size_t>(found - there.begin());
}

int stepped(const std::vector<int>& there, int number, int steps) {
  if (there.empty()) return 0;
  const auto last = static_cast<std::ptrdiff_t>(there.size()) - 1;
  const auto at = static_cast<std::ptrdiff_t>(nearest(there, number)) + steps;
  return there[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last))];
}

}  // namespace

HeadId nearestHead(const AttentionMaps& maps, HeadId head) {
  return maps.has(head) ? head : headFrom(maps, head, 0, 0);
}

HeadId headFrom(const AttentionMaps& maps, HeadId head, int layers, int heads) {
  return {stepped(maps.layerNumbers(), head.layer, layers), stepped(maps.headNumbers(), head.head, heads),
          head.attention};
}

std::shared_ptr<const AttentionMaps> combinedHeads(const std::shared_ptr<const AttentionMaps>& base,
                                                   std::vector<HeadId> chosen, Combine combine) {
  for (HeadId& head : chosen) head = nearestHead(*base, head);
  const auto one = std::make_shared<CombinedMaps>(base, std::move(chosen), combine);
  return std::make_shared<HeadMaps>(one, base->layers(), base->heads(), [](HeadId) { return HeadId{0, 0}; });
}

}  // namespace headlight
