#include <utility>

#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

/// Experts in all layers in place of the feed-forward network, called as in Mixtral.
void addMixtralExperts(const FamilyInput& in, const ExpertRule& rule, Index count, Architecture& d) {
  ExpertNames names;
  names.router = "block_sparse_moe.gate";
  names.experts = "block_sparse_moe.experts.";
  names.gate = "w1";
  names.in = "w3";
  names.output = "w2";
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    const FeedForwardSpec dense = std::exchange(layer.feedForward, {});
    layer.experts = expertsPart(in, in.prefix("model.") + "layers." + std::to_string(i) + ".", names, rule,
                                {in.config.size("num_local_experts", count), dense.inner, dense.activation});
  }
}

/// Jiang et al. 2024, "Mixtral": Mistral with experts.
Architecture describeMixtral(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.inner = 14336, .kvHeads = 8, .positions = 131072};
  s.epsilon = 1e-5;
  s.rope.theta = 1e6;
  if (hasWindow(c, false))
    s.windowed.assign(static_cast<std::size_t>(layerCount(c, "num_hidden_layers", s.sizes.layers)), true);
  Architecture d = decoderDescription(in, s);
  ExpertRule rule;
  rule.chosen = c.size("num_experts_per_tok", 2);
  rule.renormalised = true;
  addMixtralExperts(in, rule, 8, d);
  return d;
}

/// Phi-3.5-MoE (Abdin et al. 2024): LayerNorm, two experts chosen one after the other, LongRoPE with own factors.
Architecture describePhiMoe(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.inner = 6400, .kvHeads = 8, .positions = 131072};
  s.norm = NormKind::LayerNorm;
  s.epsilon = 1e-5;
  s.rope.theta = 1e6;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  if (hasWindow(c, false))
    s.windowed.assign(static_cast<std::size_t>(layerCount(c, "num_hidden_layers", s.sizes.layers)), true);
  Architecture d = decoderDescription(in, s);
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", false), c.flag("lm_head_bias", false));
  ExpertRule rule;
  rule.scores = ExpertRule::Scores::SparseMixer;
  rule.chosen = 2;
  rule.jitter = static_cast<float>(positiveOf(c, "router_jitter_noise", 0.01));
  addMixtralExperts(in, rule, 16, d);
  return d;
}

/// MiniMax-M2 (MiniMax 2025): norms of all queries and keys together, a part of each head turns, a correction of the
/// choice.
Architecture describeMiniMaxM2(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 3072, .inner = 1536, .layers = 62, .heads = 48, .kvHeads = 8, .positions = 196608};
  s.dHead = 128;
  s.headNorms = true;
  s.normSpan = NormSpan::AllHeads;
  s.rope.theta = 5e6;
  const Index dHead = c.size("head_dim", s.dHead);
  s.rope.partial = static_cast<double>(c.size("rotary_dim", dHead)) / static_cast<double>(dHead);
  s.rope.partialKey = "partial_rotary_factor";
  Architecture d = decoderDescription(in, s);
  ExpertRule rule;
  rule.scores = ExpertRule::Scores::Sigmoid;
  rule.chosen = c.size("num_experts_per_tok", 8);
  rule.renormalised = true;
  addMixtralExperts(in, rule, 256, d);
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    const std::string at = in.prefix("model.") + "layers." + std::to_string(i) + ".";
    d.layers[i].experts->correction =
        in.firstOf({at + "block_sparse_moe.e_score_correction_bias", at + "mlp.e_score_correction_bias"});
  }
  return d;
}

}  // namespace

Family mixtralFamily() {
  return {"mixtral", {"mixtral"}, describeMixtral, routerUnread(), {{"num_experts", "num_local_experts"}}};
}
Family phiMoeFamily() {
  return {"phimoe",
          {"phimoe"},
          describePhiMoe,
          routerUnread({{"num_experts_per_tok", {"2"}}, {"original_max_position_embeddings"}})};
}
Family miniMaxM2Family() {
  return {"minimax_m2",
          {"minimax_m2"},
          describeMiniMaxM2,
          routerUnread({{"scoring_func", {R"("sigmoid")"}},
                        {"use_routing_bias", {"true"}},
                        {"use_qk_norm", {"true"}},
                        {"qk_norm_type", {R"("per_layer")"}},
                        {"shared_intermediate_size", {"0"}},
                        {"use_mtp"},
                        {"num_mtp_modules"},
                        {"mtp_transformer_layers"}}),
          {{"num_experts", "num_local_experts"}}};
}

}  // namespace headlight
