#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

/// Agarwal et al. 2025, "gpt-oss": a learned score of no key at all in each head, every second layer with a window,
/// experts whose gates are cut.
Architecture describeGptOss(const FamilyInput& in) {
  const Config& c = in.config;
  // Without any of these the releases of the library rotate differently.
  if (!c.declares("rope_scaling") && !c.has("rope_parameters")) throw Error(c.where("rope_parameters") + " is missing");
  DecoderSwitches s;
  s.sizes = {.width = 2880, .inner = 2880, .layers = 36, .heads = 64, .kvHeads = 8, .positions = 131072};
  s.epsilon = 1e-5;
  s.dHead = 64;
  s.window = 128;
  s.rope.theta = 150000;
  s.queryBias = s.outputBias = c.flag("attention_bias", true);
  s.windowed = windowedLayers(c, layerCount(c, "num_hidden_layers", s.sizes.layers), [](int i) { return i % 2 == 0; });
  Architecture d = decoderDescription(in, s);
  ExpertNames names;
  names.router = "mlp.router";
  names.inOut = true;
  ExpertRule rule;
  rule.scores = ExpertRule::Scores::SoftmaxOfChosen;
  rule.chosen = c.size("num_experts_per_tok", 4);
  const auto limit = static_cast<float>(positiveOf(c, "swiglu_limit", 7));
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    const std::string at = in.prefix("model.") + "layers." + std::to_string(i) + ".";
    layer.attention.sinks = at + "self_attn.sinks";
    const FeedForwardSpec dense = std::exchange(layer.feedForward, {});
    layer.experts = expertsPart(in, at, names, rule,
                                {c.size("num_local_experts", 128), dense.inner, Activation::QuickGelu});
    for (FeedForwardSpec& expert : layer.experts->experts) {
      expert.gateOrder = FeedForwardSpec::GateOrder::Alternating;
      expert.limit = limit;
      expert.inOffset = 1;
    }
  }
  return d;
}

}  // namespace

Family gptOssFamily() {
  return {"gpt_oss",
          {"gpt_oss"},
          describeGptOss,
          routerUnread({{"swiglu_alpha", {"1.702"}}, {"experts_per_token"}, {"initial_context_length"}}),
          {{"num_experts", "num_local_experts"}}};
}

}  // namespace headlight
