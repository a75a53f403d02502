#include "core/analysis/expert_use.h"

#include <algorithm>
#include <numeric>

#include "core/base/error.h"

namespace headlight {
namespace {

const Trace& stackOf(const Trace& trace, AttentionType type) {
  if (type == AttentionType::Vision && trace.tower) return *trace.tower;
  return type == AttentionType::Encoder && trace.source ? *trace.source : trace;
}

}  // namespace

Index ExpertUse::Layer::chosen() const { return std::accumulate(tokens.begin(), tokens.end(), Index{0}); }

const ExpertUse::Layer* ExpertUse::layer(int number) const {
  const auto found = std::find_if(layers.begin(), layers.end(), [number](const Layer& l) { return l.layer == number; });
  return found == layers.end() ? nullptr : &*found;
}

bool hasExperts(const Trace& trace, AttentionType type) {
  if (type == AttentionType::Cross || !trace.has(type)) return false;
  const auto& experts = stackOf(trace, type).experts;
  return std::any_of(experts.begin(), experts.end(),
                     [](const ExpertRecord& record) { return static_cast<bool>(record); });
}

ExpertUse expertUse(const Trace& trace, AttentionType type) {
  if (type == AttentionType::Cross)
    throw Error("experts: expected those of the decoder or of the encoder, found cross-attention, which has none");
  if (!hasExperts(trace, type)) {
    const bool encoder = type == AttentionType::Encoder;
    throw Error("experts: expected a model with experts, found " +
                (encoder ? "the encoder of '" + trace.model + "'" : "'" + trace.model + "'") + ", which has none");
  }
  const Trace& stack = stackOf(trace, type);
  ExpertUse use;
  use.tokens = static_cast<Index>(stack.encoding.size());
  for (std::size_t l = 0; l < stack.experts.size(); ++l) {
    const ExpertRecord& record = stack.experts[l];
    if (!record) continue;
    ExpertUse::Layer layer;
    layer.layer = static_cast<int>(l);
    layer.experts = static_cast<int>(record.logits.cols());
    layer.choice = record.choice();
    layer.tokens.resize(static_cast<std::size_t>(layer.experts));
    layer.weight.resize(static_cast<std::size_t>(layer.experts));
    for (std::size_t t = 0; t < layer.choice.experts.size(); ++t)
      for (std::size_t k = 0; k < layer.choice.experts[t].size(); ++k) {
        const auto expert = static_cast<std::size_t>(layer.choice.experts[t][k]);
        ++layer.tokens[expert];
        layer.weight[expert] += static_cast<double>(layer.choice.weights[t][k]);
      }
    use.layers.push_back(std::move(layer));
  }
  return use;
}

Table expertTable(const Trace& trace, AttentionType type) {
  const ExpertUse use = expertUse(trace, type);
  const Trace& stack = stackOf(trace, type);
  Table table;
  table.columns = {"layer", "token", "text", "rank", "expert", "weight", "logit"};
  for (const ExpertUse::Layer& layer : use.layers) {
    const auto& logits = stack.experts[static_cast<std::size_t>(layer.layer)].logits;
    for (std::size_t t = 0; t < layer.choice.experts.size(); ++t)
      for (std::size_t k = 0; k < layer.choice.experts[t].size(); ++k) {
        const int expert = layer.choice.experts[t][k];
        table.rows.push_back({static_cast<double>(layer.layer), static_cast<double>(t),
                              stack.encoding.tokens[t].display, static_cast<double>(k), static_cast<double>(expert),
                              static_cast<double>(layer.choice.weights[t][k]),
                              static_cast<double>(logits(static_cast<Index>(t), expert))});
      }
  }
  return table;
}

Table expertLoadTable(const Trace& trace, AttentionType type) {
  Table table;
  table.columns = {"layer", "expert", "tokens", "share", "mean_weight", "weight"};
  for (const ExpertUse::Layer& layer : expertUse(trace, type).layers)
    for (std::size_t e = 0; e < layer.tokens.size(); ++e) {
      const auto tokens = static_cast<double>(layer.tokens[e]);
      table.rows.push_back({static_cast<double>(layer.layer), static_cast<double>(e), tokens,
                            layer.chosen() > 0 ? TableCell(tokens / static_cast<double>(layer.chosen())) : TableCell(),
                            tokens > 0 ? TableCell(layer.weight[e] / tokens) : TableCell(), layer.weight[e]});
    }
  return table;
}

}  // namespace headlight
