#include "core/model/intervention_place.h"

namespace headlight {

InterventionPlace placeIn(const Architecture& stack, AttentionType attention) {
  InterventionPlace place;
  place.attention = attention;
  place.stages = stack.stages;
  place.merges = stack.embedding.merges;
  place.width = stack.width;
  place.addsBetween = !stack.deepStack.empty();
  for (const LayerSpec& layer : stack.layers) {
    const AttentionSpec& part = attention == AttentionType::Cross ? *layer.cross : layer.attention;
    place.heads.push_back(part.heads);
    place.widths.push_back({part.kvHeads, part.dHead, part.valueNumbers(), !layer.earlierNetworks.empty()});
    place.experts.push_back(layer.experts ? LayerExperts{static_cast<int>(layer.experts->experts.size()),
                                                         static_cast<int>(layer.experts->rule.chosen)}
                                          : LayerExperts{});
  }
  return place;
}

}  // namespace headlight
