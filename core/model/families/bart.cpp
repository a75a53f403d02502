#include "core/model/families/all.h"
#include "core/model/families/bart_layers.h"

namespace headlight {
namespace {

/// Lewis et al. 2020, "BART".
Architecture describeBart(const FamilyInput& in) { return bartDescription(in, {.embeddingNorm = true}); }

/// Liu et al. 2020, "mBART": BART with norms before the sublayers.
Architecture describeMbart(const FamilyInput& in) {
  return bartDescription(in, {.normBefore = true, .embeddingNorm = true});
}

/// Ahmad et al. 2021, "PLBart".
Architecture describePlbart(const FamilyInput& in) {
  return bartDescription(in, {.embeddingNorm = true, .scaled = true});
}

/// M2M100 (Fan et al. 2021) and NLLB-200 (NLLB Team 2022), which translate between many languages.
Architecture describeM2m100(const FamilyInput& in) {
  return bartDescription(in, {.normBefore = true, .waves = true, .fairseq = true, .scaled = true});
}

/// Costa-jussà et al. 2022, "No Language Left Behind": NLLB with experts.
Architecture describeNllbMoe(const FamilyInput& in) {
  return bartDescription(in, {.normBefore = true,
                              .waves = true,
                              .fairseq = true,
                              .scaled = true,
                              .cross = "cross_attention",
                              .networkNorm = "ff_layer_norm",
                              .experts = true});
}

/// Roller et al. 2021, "Blenderbot".
Architecture describeBlenderbot(const FamilyInput& in) {
  return bartDescription(in, {.normBefore = true, .positions = 128, .offset = 0, .padId = 0});
}

Architecture describeBlenderbotSmall(const FamilyInput& in) {
  return bartDescription(
      in, {.embeddingNorm = true, .positions = 512, .offset = 0, .decoderNormFirst = true, .padId = 0});
}

/// FSMT (Ng et al. 2019, the WMT19 translators of fairseq).
Architecture describeFsmt(const FamilyInput& in) {
  return bartDescription(
      in, {.waves = true, .fairseq = true, .scaled = true, .ownVocabularies = true});
}

/// bartUnread and more.
std::vector<UnreadKey> unreadWith(std::vector<UnreadKey> more) {
  const std::vector<UnreadKey> all = bartUnread();
  more.insert(more.end(), all.begin(), all.end());
  return more;
}

}  // namespace

Family bartFamily() {
  return {"bart", {"bart", "mvp"}, describeBart,
          unreadWith({{"use_prompt", {"false"}}, {"prompt_length"}, {"prompt_mid_dim"}}), bartAliases()};
}
Family blenderbotFamily() {
  return {"blenderbot",
          {"blenderbot"},
          describeBlenderbot,
          unreadWith({{"layernorm_variant", {R"("prelayernorm")"}}, {"do_blenderbot_90_layernorm", {"true"}}}),
          bartAliases()};
}
Family blenderbotSmallFamily() {
  return {"blenderbot-small", {"blenderbot-small"}, describeBlenderbotSmall, bartUnread(), bartAliases()};
}
Family fsmtFamily() {
  auto aliases = bartAliases();
  aliases.emplace_back("vocab_size", "tgt_vocab_size");
  return {"fsmt", {"fsmt"}, describeFsmt, unreadWith({{"langs"}, {"is_encoder_decoder"}}), aliases};
}
Family m2m100Family() { return {"m2m_100", {"m2m_100"}, describeM2m100, bartUnread(), bartAliases()}; }
Family nllbMoeFamily() {
  // Where an expert takes as many tokens as there are, none is ever full, and the order in which it takes them is all
  // the same.
  return {"nllb-moe",
          {"nllb-moe"},
          describeNllbMoe,
          unreadWith({{"moe_eval_capacity_token_fraction", {"1.0", "1"}},
                      {"second_expert_policy", {R"("all")"}},
                      {"router_dtype", {R"("float32")"}},
                      {"batch_prioritized_routing"},
                      {"expert_capacity"},
                      {"normalize_router_prob_before_dropping"},
                      {"router_aux_loss_coef"},
                      {"router_ignore_padding_tokens", {"false"}},
                      {"router_z_loss_coef"}}),
          bartAliases()};
}
Family plbartFamily() { return {"plbart", {"plbart"}, describePlbart, bartUnread(), bartAliases()}; }
Family mbartFamily() { return {"mbart", {"mbart"}, describeMbart, bartUnread(), bartAliases()}; }

}  // namespace headlight
