#include "ui/workspace/head_maps.h"

#include <algorithm>

namespace headlight {

HeadId nearestHead(const AttentionMaps& maps, HeadId head) {
  return {std::clamp(head.layer, 0, std::max(0, maps.layers() - 1)),
          std::clamp(head.head, 0, std::max(0, maps.heads() - 1))};
}

std::shared_ptr<const AttentionMaps> combinedHeads(const std::shared_ptr<const AttentionMaps>& base,
                                                   std::vector<HeadId> chosen, Combine combine) {
  for (HeadId& head : chosen) head = nearestHead(*base, head);
  const auto one = std::make_shared<CombinedMaps>(base, std::move(chosen), combine);
  return std::make_shared<HeadMaps>(one, base->layers(), base->heads(), [](HeadId) { return HeadId{0, 0}; });
}

}  // namespace headlight
