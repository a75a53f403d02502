#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

/// What ERNIE 4.5 models (Baidu 2025) share: Llama that turns neighbours together.
DecoderSwitches ernieSwitches(const Config& c) {
  DecoderSwitches s;
  s.epsilon = 1e-5;
  s.padId = 0;
  s.tied = true;
  s.rope.theta = 500000;
  s.rope.interleaved = true;
  s.queryBias = s.outputBias = s.feedForwardBias = c.flag("use_bias", false);
  return s;
}

Architecture describeErnie45(const FamilyInput& in) {
  DecoderSwitches s = ernieSwitches(in.config);
  s.sizes = {.width = 1024, .inner = 3072, .layers = 18, .heads = 16, .kvHeads = 2, .positions = 131072};
  s.dHead = 128;
  return decoderDescription(in, s);
}

/// With experts in the layers from moe_layer_start_index to moe_layer_end_index.
Architecture describeErnie45Moe(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s = ernieSwitches(c);
  s.sizes = {.width = 2560, .inner = 12288, .layers = 28, .heads = 20, .kvHeads = 4, .positions = 131072};
  Architecture d = decoderDescription(in, s);
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", s.tied), s.outputBias);
  const auto layers = static_cast<std::int64_t>(d.layers.size());
  const std::int64_t first = c.integer("moe_layer_start_index", 1), last = c.integer("moe_layer_end_index", -1);
  const Index every = c.size("moe_layer_interval", 1), inner = c.size("moe_intermediate_size", 1536);
  const Index shared = c.integer("moe_num_shared_experts", 2) > 0 ? c.size("moe_num_shared_experts", 2) : 0;
  ExpertRule rule;
  rule.chosen = c.size("moe_k", 6);
  rule.renormalised = true;
  rule.least = static_cast<float>(c.number("moe_norm_min", 1e-12));
  for (std::int64_t i = 0; i < layers; ++i) {
    if ((i + 1) % every != 0 || i < first || i > (last < 0 ? layers - 1 : last)) continue;
    LayerSpec& layer = d.layers[static_cast<std::size_t>(i)];
    const std::string at = in.prefix("model.") + "layers." + std::to_string(i) + ".";
    const Activation activation = layer.feedForward.activation;
    layer.experts = expertsPart(in, at, {}, rule, {c.size("moe_num_experts", 64), inner, activation});
    layer.experts->correction = in.firstOf(
        {at + "mlp.moe_statics.e_score_correction_bias", at + "mlp.gate.moe_statics.e_score_correction_bias"});
    layer.feedForward = shared > 0 ? sharedExpert(at + "mlp.shared_experts.", shared * inner, activation, s.outputBias)
                                   : FeedForwardSpec{};
  }
  return d;
}

}  // namespace

Family ernie45MoeFamily() {
  return {"ernie4_5_moe",
          {"ernie4_5_moe"},
          describeErnie45Moe,
          routerUnread({{"moe_capacity"}, {"moe_use_aux_free", {"true"}}, {"moe_gate", {R"("topk")"}}}),
          {{"num_experts", "moe_num_experts"}, {"num_experts_per_tok", "moe_k"}}};
}
Family ernie45Family() {
  return {"ernie4_5", {"ernie4_5"}, describeErnie45, {{"compression_ratio", {"1.0", "1"}}, {"rope_is_neox_style"}}};
}

}  // namespace headlight
