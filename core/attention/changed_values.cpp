#include "core/attention/changed_values.h"

#include <algorithm>

namespace headlight {

std::optional<int> layerWithChangedValues(const Trace& trace, int layers, std::initializer_list<LayerSite> allowed) {
  const auto beside = [&](const ValueEdit& edit) {
    return std::find(allowed.begin(), allowed.end(), edit.site) == allowed.end();
  };
  for (int layer = 0; layer < layers; ++layer) {
    const auto& edits = trace.layers[static_cast<std::size_t>(layer)].edits;
    if (edits && std::any_of(edits->values.begin(), edits->values.end(), beside)) return layer;
  }
  return std::nullopt;
}

std::optional<int> layerWithChangedValues(const Trace& trace, std::initializer_list<LayerSite> allowed) {
  return layerWithChangedValues(trace, static_cast<int>(trace.layers.size()), allowed);
}

bool isChanged(const Trace& trace) {
  const auto inSome = [](const std::vector<AttentionRecord>& layers) {
    return std::any_of(layers.begin(), layers.end(),
                       [](const AttentionRecord& layer) { return layer.edits != nullptr; });
  };
  return inSome(trace.layers) || inSome(trace.cross);
}

}  // namespace headlight
