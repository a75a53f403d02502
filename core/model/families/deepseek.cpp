#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

/// Multi-head latent attention (Liu et al. 2024) in place of what the decoder has.
void addLatent(const FamilyInput& in, bool interleaved, Architecture& d) {
  const Config& c = in.config;
  const Index turning = c.size("qk_rope_head_dim", 64), content = c.size("qk_nope_head_dim", 128);
  const bool bias = c.flag("attention_bias", false);
  RopeDefaults rope{.positions = d.maxPositions, .interleaved = interleaved};
  d.rotaries = {rotaryPart(c, turning, rope)};
  double scale = 1 / std::sqrt(static_cast<double>(turning + content));
  // Yarn's correction of the scores' size, which other families have in the cosines alone.
  const auto older = c.object("rope_scaling"), newer = c.object("rope_parameters");
  const auto& scaling = older ? older : newer;
  if (scaling && d.rotaries.front().scaling.kind == RopeScaling::Kind::Yarn) {
    const double all = scaling->number("mscale_all_dim", 0), factor = d.rotaries.front().scaling.factor;
    const double size = all != 0 && factor > 1 ? 0.1 * all * std::log(factor) + 1 : 1;
    scale *= size * size;
  }
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    AttentionSpec& a = d.layers[i].attention;
    const std::string at = in.prefix("model.") + "layers." + std::to_string(i) + ".self_attn.";
    a.kvHeads = a.heads;
    a.dHead = turning + content;
    a.dValue = c.size("v_head_dim", 128);
    a.scale = static_cast<float>(scale);
    a.rotaryFrom = content;
    LatentSpec latent;
    latent.turning = turning;
    latent.rank = c.size("kv_lora_rank", 512);
    latent.down = linearPart(at + "kv_a_proj_with_mqa", bias);
    latent.norm = rmsNorm(at + "kv_a_layernorm", 1e-6);
    latent.up = linearPart(at + "kv_b_proj", false);
    a.query = a.key = a.value = {};
    if (c.has("q_lora_rank") || !c.declares("q_lora_rank")) {
      latent.queryRank = c.size("q_lora_rank", 1536);
      latent.queryDown = linearPart(at + "q_a_proj", bias);
      latent.queryNorm = rmsNorm(at + "q_a_layernorm", 1e-6);
      latent.queryUp = linearPart(at + "q_b_proj", false);
    } else {
      a.query = linearPart(at + "q_proj", false);
    }
    a.output = linearPart(at + "o_proj", bias);
    a.latent = latent;
  }
}

/// Experts from the layer first_k_dense_replace (`dense` where it is absent) on, beside some that all tokens use.
void addExperts(const FamilyInput& in, const ExpertRule& rule, Index count, Index inner, Index shared, bool corrected,
                Index dense, Architecture& d) {
  const Config& c = in.config;
  const auto first = static_cast<std::size_t>(std::max<std::int64_t>(c.integer("first_k_dense_replace", dense), 0));
  for (std::size_t i = first; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    const std::string at = in.prefix("model.") + "layers." + std::to_string(i) + ".";
    const Activation activation = layer.feedForward.activation;
    layer.experts = expertsPart(in, at, {}, rule, {count, inner, activation});
    if (corrected) layer.experts->correction = at + "mlp.gate.e_score_correction_bias";
    layer.feedForward = shared > 0 ? sharedExpert(at + "mlp.shared_experts.", shared * inner, activation)
                                   : FeedForwardSpec{};
  }
}

Index sharedCount(const Config& c, Index otherwise) {
  return c.integer("n_shared_experts", otherwise) > 0 ? c.size("n_shared_experts", otherwise) : 0;
}

/// What DeepSeek-V3 and its kin do: sigmoids with a correction, by groups.
ExpertRule correctedRule(const Config& c, Index chosen, Index groups, Index chosenGroups, double scale, bool norm) {
  ExpertRule rule;
  rule.scores = ExpertRule::Scores::Sigmoid;
  rule.chosen = c.size("num_experts_per_tok", chosen);
  rule.groups = c.size("n_group", groups);
  rule.chosenGroups = c.size("topk_group", chosenGroups);
  rule.byTwoBest = true;
  rule.renormalised = c.flag("norm_topk_prob", norm);
  rule.scale = static_cast<float>(positiveOf(c, "routed_scaling_factor", scale));
  return rule;
}

/// DeepSeek-V2 (Liu et al. 2024).
Architecture describeDeepSeek2(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.dHead = c.size("qk_rope_head_dim", 64);
  Architecture d = decoderDescription(in, s);
  addLatent(in, true, d);
  ExpertRule rule;
  rule.chosen = c.size("num_experts_per_tok", 6);
  rule.scale = static_cast<float>(positiveOf(c, "routed_scaling_factor", 1));
  const std::string method = c.text("topk_method", "greedy");
  if (method == "group_limited_greedy") {
    rule.groups = c.size("n_group", 1);
    rule.chosenGroups = c.size("topk_group", 1);
  } else if (method != "greedy") {
    throw Error(c.where("topk_method") + ": unsupported '" + method + "'; supported: greedy, group_limited_greedy");
  }
  addExperts(in, rule, c.size("n_routed_experts", 64), c.size("moe_intermediate_size", 1407), sharedCount(c, 2), false,
             0, d);
  return d;
}

/// DeepSeek-V3 and R1 (DeepSeek-AI 2024).
Architecture describeDeepSeek3(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 7168, .inner = 18432, .layers = 61, .heads = 128, .kvHeads = 128, .positions = 4096};
  s.dHead = c.size("qk_rope_head_dim", 64);
  Architecture d = decoderDescription(in, s);
  addLatent(in, c.flag("rope_interleave", true), d);
  addExperts(in, correctedRule(c, 8, 8, 4, 2.5, true), c.size("n_routed_experts", 256),
             c.size("moe_intermediate_size", 2048), sharedCount(c, 1), true, 0, d);
  return d;
}

/// dots.llm1 (Huo et al. 2025): Qwen3's attention with DeepSeek-V3's experts.
Architecture describeDots1(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 4608, .inner = 10944, .layers = 62, .heads = 32, .kvHeads = 32};
  s.headNorms = true;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  s.window = 4096;
  const bool windows = hasWindow(c);
  const std::int64_t first = c.integer("max_window_layers", 62);
  const auto windowed = windowedLayers(c, layerCount(c, "num_hidden_layers", s.sizes.layers),
                                       [&](int i) { return windows && i >= first; });
  if (windows) s.windowed = windowed;
  Architecture d = decoderDescription(in, s);
  addExperts(in, correctedRule(c, 1, 1, 1, 1, false), c.size("n_routed_experts"), c.size("moe_intermediate_size", 1408),
             sharedCount(c, 0), true, 0, d);
  return d;
}

/// GLM-4.5 (GLM-4.5 Team 2025): half of each head turns, with DeepSeek-V3's experts.
Architecture describeGlm4Moe(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 4096, .inner = 10944, .layers = 46, .heads = 96, .kvHeads = 8, .positions = 131072};
  s.epsilon = 1e-5;
  s.headNorms = c.flag("use_qk_norm", false);
  s.queryBias = c.flag("attention_bias", false);
  s.rope.partial = 0.5;
  s.rope.partialKey = "partial_rotary_factor";
  Architecture d = decoderDescription(in, s);
  addExperts(in, correctedRule(c, 8, 1, 1, 1, true), c.size("n_routed_experts", 128),
             c.size("moe_intermediate_size", 1408), sharedCount(c, 1), true, 1, d);
  return d;
}

const std::vector<UnreadKey> kDeepSeekUnread = routerUnread({{"head_dim"},
                                                             {"qk_head_dim"},
                                                             {"num_nextn_predict_layers"},
                                                             {"num_mtp_layers"},
                                                             {"moe_layer_freq", {"1"}},
                                                             {"n_group"},
                                                             {"topk_group"},
                                                             {"first_k_dense_replace"},
                                                             {"mlp_bias", {"false"}}});

std::vector<UnreadKey> deepSeekUnread(std::vector<UnreadKey> more) {
  more.insert(more.end(), kDeepSeekUnread.begin(), kDeepSeekUnread.end());
  return more;
}

const std::vector<std::pair<std::string_view, std::string_view>> kExpertAliases{
    {"num_experts", "n_routed_experts"}, {"num_local_experts", "n_routed_experts"}};

}  // namespace

Family deepSeek2Family() {
  return {"deepseek_v2",
          {"deepseek_v2"},
          describeDeepSeek2,
          deepSeekUnread({{"norm_topk_prob", {"false"}}, {"scoring_func", {R"("softmax")"}}}),
          kExpertAliases};
}
Family deepSeek3Family() {
  return {"deepseek_v3",
          {"deepseek_v3"},
          describeDeepSeek3,
          deepSeekUnread({{"topk_method", {R"("noaux_tc")"}}, {"scoring_func", {R"("sigmoid")"}}}),
          kExpertAliases};
}
Family glm4MoeFamily() {
  return {"glm4_moe", {"glm4_moe"}, describeGlm4Moe, deepSeekUnread({{"use_qk_norm"}}), kExpertAliases};
}
Family dots1Family() {
  return {"dots1",
          {"dots1"},
          describeDots1,
          deepSeekUnread({{"topk_method", {R"("noaux_tc")"}}, {"scoring_func", {R"("sigmoid")", R"("noaux_tc")"}}}),
          kExpertAliases};
}

}  // namespace headlight
