#include <utility>

#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

/// Groeneveld et al. 2024, "OLMo": norms without learned numbers, and cut queries, keys and values.
Architecture describeOlmo(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.norm = NormKind::LayerNorm;
  s.normGain = s.normBias = false;
  s.epsilon = 1e-5;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  Architecture d = decoderDescription(in, s);
  if (c.has("clip_qkv"))
    for (LayerSpec& layer : d.layers) layer.attention.clip = static_cast<float>(positiveOf(c, "clip_qkv", 1));
  return d;
}

/// OLMo 2 (Walsh et al. 2025): norms of what the sublayers give, and of all queries and all keys together.
DecoderSwitches olmo2Switches(const Config& c) {
  DecoderSwitches s;
  s.epsilon = 1e-5;
  s.names = DecoderNames::normsInside();
  s.headNorms = true;
  s.normSpan = NormSpan::AllHeads;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  return s;
}

Architecture describeOlmo2(const FamilyInput& in) { return decoderDescription(in, olmo2Switches(in.config)); }

/// OLMo 3 (Ai2 2025): every fourth layer sees all keys; the others have a window, and rotate without scaling.
Architecture describeOlmo3(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s = olmo2Switches(c);
  s.window = 4096;
  s.windowed = windowedLayers(c, layerCount(c, "num_hidden_layers", s.sizes.layers), [](int i) { return i % 4 != 3; });
  Architecture d = decoderDescription(in, s);
  const RopeDefaults rope{.theta = 500000, .positions = s.sizes.positions};
  const Index dHead = d.layers.front().attention.dHead;
  d.rotaries = {rotaryPart(c, dHead, rope, "full_attention", true),
                rotaryPart(c, dHead, rope, "sliding_attention", false)};
  const auto parameters = c.object("rope_parameters");
  const auto sliding = parameters ? parameters->object("sliding_attention") : std::nullopt;
  if (d.rotaries[1].theta != rope.theta && !(sliding && sliding->has("rope_theta")))
    d.remarks.emplace_back(
        "rope_theta beside the rope_parameters holds for all layers, as in release 4 of the reference library; release "
        "5 gives it to the layers that see all keys alone.");
  for (LayerSpec& layer : d.layers) layer.attention.rotary = layer.attention.window > 0 ? 1 : 0;
  return d;
}

/// Muennighoff et al. 2025, "OLMoE": OLMo 2's norms of queries and keys, norms before the sublayers, and experts.
Architecture describeOlmoe(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s = olmo2Switches(c);
  s.sizes = {.width = 2048, .inner = 2048, .layers = 16, .heads = 16, .positions = 4096};
  s.names = {};
  Architecture d = decoderDescription(in, s);
  ExpertRule rule;
  rule.chosen = c.size("num_experts_per_tok", 8);
  rule.renormalised = c.flag("norm_topk_prob", false);
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    if (c.has("clip_qkv")) layer.attention.clip = static_cast<float>(positiveOf(c, "clip_qkv", 1));
    const FeedForwardSpec dense = std::exchange(layer.feedForward, {});
    layer.experts = expertsPart(in, in.prefix("model.") + "layers." + std::to_string(i) + ".", {}, rule,
                                {c.size("num_experts", 64), dense.inner, dense.activation});
  }
  return d;
}

}  // namespace

Family olmoFamily() { return {"olmo", {"olmo"}, describeOlmo}; }
Family olmo2Family() { return {"olmo2", {"olmo2"}, describeOlmo2}; }
Family olmoeFamily() {
  return {"olmoe", {"olmoe"}, describeOlmoe, routerUnread(), {{"num_local_experts", "num_experts"}}};
}
Family olmo3Family() { return {"olmo3", {"olmo3"}, describeOlmo3}; }

}  // namespace headlight
