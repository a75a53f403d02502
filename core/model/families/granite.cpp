#include <utility>

#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

/// Granite (IBM 2024): Llama with a factor at four places.
Architecture describeGranite(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  s.feedForwardBias = c.flag("mlp_bias", false);
  Architecture d = decoderDescription(in, s);
  const auto factor = [&](const char* key) { return static_cast<float>(positiveOf(c, key, 1)); };
  d.embedding.scale = factor("embedding_multiplier");
  for (LayerSpec& layer : d.layers) {
    layer.attention.scale = factor("attention_multiplier");
    layer.attention.output.scale = layer.feedForward.output.scale = factor("residual_multiplier");
  }
  const float divisor = factor("logits_scaling");
  if (d.head.kind == OutputHeadKind::CausalLm) d.head.scale = 1 / divisor;
  return d;
}

/// GraniteMoE (IBM 2024): Granite with experts.
Architecture describeGraniteMoe(const FamilyInput& in) {
  const Config& c = in.config;
  Architecture d = describeGranite(in);
  ExpertNames names;
  names.router = "block_sparse_moe.router.layer";
  names.fusedIn = "block_sparse_moe.input_linear";
  names.fusedOutput = "block_sparse_moe.output_linear";
  ExpertRule rule;
  rule.scores = ExpertRule::Scores::SoftmaxOfChosen;
  rule.chosen = c.size("num_experts_per_tok", 2);
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    const FeedForwardSpec dense = std::exchange(layer.feedForward, {});
    layer.experts = expertsPart(in, in.prefix("model.") + "layers." + std::to_string(i) + ".", names, rule,
                                {c.size("num_local_experts", 8), dense.inner, dense.activation});
    for (FeedForwardSpec& expert : layer.experts->experts) expert.output.scale = dense.output.scale;
  }
  return d;
}

}  // namespace

Family graniteFamily() { return {"granite", {"granite"}, describeGranite}; }
Family graniteMoeFamily() { return {"granitemoe", {"granitemoe"}, describeGraniteMoe, routerUnread()}; }

}  // namespace headlight
