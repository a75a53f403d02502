#include <algorithm>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

/// Experts in the sparse layers, in place of the feed-forward network.
void addExperts(const FamilyInput& in, const ExpertRule& rule, ExpertSizes sizes, Architecture& d) {
  const auto sparse = sparseLayers(in.config, static_cast<int>(d.layers.size()));
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    if (!sparse[i]) continue;
    sizes.activation = d.layers[i].feedForward.activation;
    d.layers[i].experts =
        expertsPart(in, in.prefix("model.") + "layers." + std::to_string(i) + ".", {}, rule, sizes);
    d.layers[i].feedForward = {};
  }
}

/// Qwen1.5-MoE and Qwen2-MoE (Yang et al. 2024): experts beside one that all tokens use, as far as a gate says.
Architecture describeQwen2Moe(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 2048, .inner = 5632, .layers = 24, .heads = 16, .kvHeads = 16, .positions = 32768};
  s.queryBias = c.flag("qkv_bias", true);
  const auto windowed =
      windowedLayers(c, layerCount(c, "num_hidden_layers", s.sizes.layers), [](int) { return false; });
  if (std::find(windowed.begin(), windowed.end(), true) != windowed.end())
    throw Error(c.where("layer_types") +
                ": expected full_attention alone, found sliding_attention, which is unsupported");
  Architecture d = decoderDescription(in, s);
  ExpertRule rule;
  rule.chosen = c.size("num_experts_per_tok", 4);
  rule.renormalised = c.flag("norm_topk_prob", false);
  addExperts(in, rule, {c.size("num_experts", 60), c.size("moe_intermediate_size", 1408)}, d);
  const Index shared = c.size("shared_expert_intermediate_size", 5632);
  for (std::size_t i = 0; i < d.layers.size(); ++i)
    if (auto& experts = d.layers[i].experts) {
      const std::string at = in.prefix("model.") + "layers." + std::to_string(i) + ".mlp.";
      d.layers[i].feedForward = sharedExpert(at + "shared_expert.", shared, experts->experts.front().activation);
      experts->sharedGate = linearPart(at + "shared_expert_gate", false);
    }
  return d;
}

/// Qwen3-MoE (Yang et al. 2025).
Architecture describeQwen3Moe(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 2048, .inner = 6144, .layers = 24, .heads = 32, .kvHeads = 4, .positions = 32768};
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  s.headNorms = true;
  Architecture d = decoderDescription(in, s);
  ExpertRule rule;
  rule.chosen = c.size("num_experts_per_tok", 8);
  rule.renormalised = c.flag("norm_topk_prob", false);
  addExperts(in, rule, {c.size("num_experts", 128), c.size("moe_intermediate_size", 768)}, d);
  return d;
}

const std::vector<UnreadKey> kQwenMoeUnread = routerUnread(
    {{"use_sliding_window", {"false"}}, {"sliding_window"}, {"max_window_layers"}, {"layer_types"}});

}  // namespace

Family qwen2MoeFamily() { return {"qwen2_moe", {"qwen2_moe"}, describeQwen2Moe, kQwenMoeUnread}; }
Family qwen3MoeFamily() {
  return {"qwen3_moe", {"qwen3_moe"}, describeQwen3Moe, kQwenMoeUnread, {{"num_local_experts", "num_experts"}}};
}

}  // namespace headlight
