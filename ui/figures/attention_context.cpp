#include "ui/figures/attention_context.h"

#include <algorithm>

#include "core/image/pixel_input.h"

namespace headlight {

bool AttentionContext::isSink(Index key) const {
  return std::find(sinkColumns.begin(), sinkColumns.end(), key) != sinkColumns.end();
}

bool AttentionContext::isGap(Index row, Index column) const {
  for (const std::vector<Index>* places : {&onlyA, &onlyB})
    for (const Index place : *places)
      if (place == row || place == column) return true;
  return false;
}

bool AttentionContext::isVisible(int layer, Index query, Index key, Index keys) const {
  if (layer < 0 || layer >= static_cast<int>(visibility.size())) return true;
  return visibility[static_cast<std::size_t>(layer)].sees(query, key, keys);
}

bool AttentionContext::isWindowed(int layer) const {
  if (layer < 0 || layer >= static_cast<int>(visibility.size())) return false;
  const Visibility& rule = visibility[static_cast<std::size_t>(layer)];
  const Index none = Visibility().before;
  return rule.before < none || (!rule.causal && rule.after < none);
}

AttentionContext contextOf(const Trace& trace, const QString& text, AttentionType type) {
  AttentionContext context;
  context.modelName = QString::fromStdString(trace.model);
  context.text = text;
  context.cross = type == AttentionType::Cross;
  const Trace& seen = type == AttentionType::Cross ? *trace.source : trace.stackOf(type);
  if (const auto& pixels = seen.pixels; pixels && pixels->channels == 3 && !pixels->cut && pixels->tiles() == 1)
    context.pixels = pixels;
  bool causal = false;
  for (const AttentionRecord& layer : trace.records(type)) {
    context.visibility.push_back(layer.rule->visibility);
    causal = causal || layer.rule->visibility.causal;
    context.headsOfGroup = std::max(1, layer.rule->heads / std::max(1, layer.rule->kvHeads));
  }
  const std::vector<Token>& tokens = trace.keyTokens(type);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (causal ? i == 0 : tokens[i].special) context.sinkColumns.push_back(static_cast<Index>(i));
  return context;
}

}  // namespace headlight
