#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/model/gguf/gguf_architecture.h"

namespace headlight {

using nlohmann::json;
using enum GgufChange;

const std::vector<GgufName> kGgufDecoderNames = {
    {"token_embd", "model.embed_tokens"},
    {"output_norm", "model.norm"},
    {"output", "lm_head"},
    {"blk.attn_norm", "input_layernorm"},
    {"blk.attn_q", "self_attn.q_proj"},
    {"blk.attn_k", "self_attn.k_proj"},
    {"blk.attn_v", "self_attn.v_proj"},
    {"blk.attn_qkv", "self_attn.qkv_proj"},
    {"blk.attn_output", "self_attn.o_proj"},
    {"blk.attn_q_norm", "self_attn.q_norm"},
    {"blk.attn_k_norm", "self_attn.k_norm"},
    {"blk.ffn_norm", "post_attention_layernorm"},
    {"blk.ffn_gate", "mlp.gate_proj"},
    {"blk.ffn_up", "mlp.up_proj"},
    {"blk.ffn_down", "mlp.down_proj"},
    {"blk.ffn_gate_inp", "mlp.gate"},
    {"blk.ffn_gate_exps", "mlp.experts.E.gate_proj", Experts},
    {"blk.ffn_up_exps", "mlp.experts.E.up_proj", Experts},
    {"blk.ffn_down_exps", "mlp.experts.E.down_proj", Experts},
    {"blk.ffn_gate_shexp", "mlp.shared_experts.gate_proj"},
    {"blk.ffn_up_shexp", "mlp.shared_experts.up_proj"},
    {"blk.ffn_down_shexp", "mlp.shared_experts.down_proj"},
    {"blk.exp_probs_b.bias", "mlp.gate.e_score_correction_bias", None, true},
    {"blk.attn_sinks.weight", "self_attn.sinks", None, true},
};

namespace {

bool hasExperts(const GgufFacts& f) { return f.integer("expert_count", 0) > 0; }
bool hasNoExperts(const GgufFacts& f) { return !hasExperts(f); }
bool hasWindow(const GgufFacts& f) {
  const std::vector<std::int64_t> windows = f.integers("attention.sliding_window");
  for (const std::int64_t window : windows)
    if (window > 0) return true;
  return false;
}
bool hasTwoNorms(const GgufFacts& f) { return f.hasTensor("blk.0.attn_norm_2.weight"); }
bool isGated(const GgufFacts& f) { return f.hasTensor("enc.blk.0.ffn_gate.weight"); }
bool hasOneNorm(const GgufFacts& f) { return !hasTwoNorms(f); }

/// Biases of queries, keys and values, and of what attention gives.
void biases(const GgufFacts& f, json& c) { c["attention_bias"] = f.hasTensor("blk.0.attn_q.bias"); }

/// What the layers see, in config.json's words: as sliding_window_pattern says (windowed ones by a list, or every p-th
/// layer that is not), else by `windowed`.
void layerTypes(const GgufFacts& f, json& c, bool (*windowed)(std::int64_t layer)) {
  constexpr std::string_view kPattern = "attention.sliding_window_pattern";
  const auto layers = c["num_hidden_layers"].get<std::int64_t>();
  const std::vector<std::int64_t> pattern = f.integers(kPattern);
  const bool list = f.isList(kPattern);
  if (list && static_cast<std::int64_t>(pattern.size()) != layers)
    throw Error(f.where(kPattern) + ": expected " + std::to_string(layers) + " values, found " +
                std::to_string(pattern.size()));
  if (!list && !pattern.empty() && pattern.front() < 1)
    throw Error(f.where(kPattern) + ": expected at least 1, found " + std::to_string(pattern.front()));
  json types = json::array();
  for (std::int64_t i = 0; i < layers; ++i) {
    bool window = windowed(i);
    if (list)
      window = pattern[static_cast<std::size_t>(i)] != 0;
    else if (!pattern.empty())
      window = (i + 1) % pattern.front() != 0;
    types.push_back(window ? "sliding_attention" : "full_attention");
  }
  c["layer_types"] = types;
}
bool everySecond(std::int64_t layer) { return layer % 2 == 0; }
bool threeOfFour(std::int64_t layer) { return layer % 4 != 3; }
bool fiveOfSix(std::int64_t layer) { return layer % 6 != 5; }

void windowOf(const GgufFacts& f, json& c) {
  const std::int64_t window = f.integer("attention.sliding_window", 0);
  c["sliding_window"] = window > 0 ? json(window) : json(nullptr);
}

/// The experts' numbers, under the names that the family reads.
void experts(const GgufFacts& f, json& c, const char* count, const char* inner) {
  c[count] = f.integer("expert_count");
  c["num_experts_per_tok"] = f.integer("expert_used_count");
  if (f.has("expert_feed_forward_length")) c[inner] = f.integer("expert_feed_forward_length");
}

void llama(const GgufFacts& f, json& c) {
  biases(f, c);
  c["mlp_bias"] = f.hasTensor("blk.0.ffn_up.bias");
}
void mistral(const GgufFacts& f, json& c) { windowOf(f, c); }
void mixtral(const GgufFacts& f, json& c) {
  experts(f, c, "num_local_experts", "intermediate_size");
  windowOf(f, c);
}
/// The text of Qwen2-VL and Qwen2.5-VL: without pictures time, row and column are the same, and so is what they turn.
void qwen2Vl(const GgufFacts& f, json&) { f.has("rope.dimension_sections"); }
void qwen3(const GgufFacts& f, json& c) { biases(f, c); }
void qwen2Moe(const GgufFacts& f, json& c) {
  experts(f, c, "num_experts", "moe_intermediate_size");
  c["norm_topk_prob"] = f.flag("expert_weights_norm", false);
  c["shared_expert_intermediate_size"] = f.integer("expert_shared_feed_forward_length");
}
void qwen3Moe(const GgufFacts& f, json& c) {
  biases(f, c);
  experts(f, c, "num_experts", "moe_intermediate_size");
  c["norm_topk_prob"] = f.flag("expert_weights_norm", true);
}
void olmoe(const GgufFacts& f, json& c) {
  experts(f, c, "num_experts", "moe_intermediate_size");
  c["norm_topk_prob"] = f.flag("expert_weights_norm", false);
}

/// The scale of scores is that of the heads' width, but in one size of each generation.
void gemmaScale(json& c, std::int64_t otherLayers) {
  const auto width = c["hidden_size"].get<std::int64_t>(), heads = c["num_attention_heads"].get<std::int64_t>();
  c["query_pre_attn_scalar"] =
      c["num_hidden_layers"].get<std::int64_t>() == otherLayers ? json(width / heads) : c["head_dim"];
}
void gemma(const GgufFacts& f, json& c) { biases(f, c); }
void gemma2(const GgufFacts& f, json& c) {
  gemmaScale(c, 46);
  const auto cap = [&](const char* key) { return f.has(key) ? json(f.number(key)) : json(nullptr); };
  c["attn_logit_softcapping"] = cap("attn_logit_softcapping");
  c["final_logit_softcapping"] = cap("final_logit_softcapping");
  c["sliding_window"] = f.integer("attention.sliding_window");
  layerTypes(f, c, everySecond);
}
void gemma3(const GgufFacts& f, json& c) {
  gemmaScale(c, 62);
  if (f.has("final_logit_softcapping")) c["final_logit_softcapping"] = f.number("final_logit_softcapping");
  c["sliding_window"] = f.integer("attention.sliding_window");
  c["rope_local_base_freq"] = f.number("rope.freq_base_swa", 10000);
  layerTypes(f, c, fiveOfSix);
}
void phi3(const GgufFacts& f, json& c) {
  windowOf(f, c);
  c["original_max_position_embeddings"] =
      f.integer("rope.scaling.original_context_length", c["max_position_embeddings"].get<std::int64_t>());
}
void phi2(const GgufFacts&, json& c) { c["hidden_act"] = "gelu_new"; }
void starcoder2(const GgufFacts& f, json& c) {
  c["norm_epsilon"] = c["layer_norm_eps"];
  c.erase("layer_norm_eps");
  c["use_bias"] = f.hasTensor("blk.0.attn_q.bias");
  windowOf(f, c);
}
void olmo3(const GgufFacts& f, json& c) {
  windowOf(f, c);
  layerTypes(f, c, threeOfFour);
}
void granite(const GgufFacts& f, json& c) {
  c["attention_multiplier"] = f.number("attention.scale");
  c["embedding_multiplier"] = f.number("embedding_scale", 1);
  c["residual_multiplier"] = f.number("residual_scale", 1);
  c["logits_scaling"] = f.number("logit_scale", 1);
  biases(f, c);
}
void cohere(const GgufFacts& f, json& c) {
  c["logit_scale"] = f.number("logit_scale");
  c["use_qk_norm"] = f.hasTensor("blk.0.attn_q_norm.weight");
}
void cohere2(const GgufFacts& f, json& c) {
  c["logit_scale"] = f.number("logit_scale");
  windowOf(f, c);
  layerTypes(f, c, threeOfFour);
}
void falcon(const GgufFacts& f, json& c) {
  const auto groups = c["num_key_value_heads"].get<std::int64_t>();
  const bool newer = hasTwoNorms(f) || groups > 1;
  c["new_decoder_architecture"] = newer;
  c["num_ln_in_parallel_attn"] = hasTwoNorms(f) ? 2 : 1;
  c["num_kv_heads"] = groups;
  c["multi_query"] = true;
  c["parallel_attn"] = true;
  c["bias"] = f.hasTensor("blk.0.attn_qkv.bias");
  c["ffn_hidden_size"] = c["intermediate_size"];
  c["layer_norm_epsilon"] = c["layer_norm_eps"];
  for (const char* key : {"intermediate_size", "layer_norm_eps", "num_key_value_heads", "head_dim"}) c.erase(key);
}
void gptNeox(const GgufFacts& f, json& c) {
  c["rotary_pct"] = c.contains("partial_rotary_factor") ? c["partial_rotary_factor"] : json(1.0);
  c["rotary_emb_base"] = c["rope_theta"];
  c["use_parallel_residual"] = f.flag("use_parallel_residual", true);
  for (const char* key : {"partial_rotary_factor", "rope_theta", "num_key_value_heads", "head_dim"}) c.erase(key);
}
void smolLm3(const GgufFacts& f, json& c) {
  biases(f, c);
  c["no_rope_layer_interval"] = 4;
}
void exaone4(const GgufFacts& f, json& c) {
  windowOf(f, c);
  layerTypes(f, c, threeOfFour);
}
void nemotron(const GgufFacts& f, json& c) {
  c["norm_eps"] = c["layer_norm_eps"];
  c.erase("layer_norm_eps");
  biases(f, c);
  c["mlp_bias"] = f.hasTensor("blk.0.ffn_up.bias");
}
void gptOss(const GgufFacts& f, json& c) {
  experts(f, c, "num_local_experts", "intermediate_size");
  c["sliding_window"] = f.integer("attention.sliding_window");
  layerTypes(f, c, everySecond);
  if (c.contains("rope_scaling"))
    c["rope_scaling"]["truncate"] = false;
  else
    c["rope_scaling"] = nullptr;
}
void deepSeek(const GgufFacts& f, json& c) {
  const std::int64_t turning = f.integer("rope.dimension_count");
  const std::int64_t keys = f.integer("attention.key_length_mla", f.integer("attention.key_length"));
  if (keys <= turning)
    throw Error(f.where("attention.key_length") + ": expected more than the " + std::to_string(turning) +
                " numbers that turn, found " + std::to_string(keys));
  c["qk_rope_head_dim"] = turning;
  c["qk_nope_head_dim"] = keys - turning;
  c["v_head_dim"] = f.integer("attention.value_length_mla", f.integer("attention.value_length"));
  c["kv_lora_rank"] = f.integer("attention.kv_lora_rank");
  c["q_lora_rank"] = f.has("attention.q_lora_rank") ? json(f.integer("attention.q_lora_rank")) : json(nullptr);
  c["num_key_value_heads"] = c["num_attention_heads"];
  experts(f, c, "n_routed_experts", "moe_intermediate_size");
  c["n_shared_experts"] = f.integer("expert_shared_count", 0);
  c["first_k_dense_replace"] = f.integer("leading_dense_block_count", 0);
  c["routed_scaling_factor"] = f.number("expert_weights_scale", 1);
  c["norm_topk_prob"] = f.flag("expert_weights_norm", false);
  for (const char* key : {"head_dim", "partial_rotary_factor"}) c.erase(key);
  const std::int64_t groups = f.integer("expert_group_count", 1);
  if (groups > 1) {
    c["n_group"] = groups;
    c["topk_group"] = f.integer("expert_group_used_count");
  }
  // 2: sigmoids, as from the third generation on.
  if (f.integer("expert_gating_func", 1) == 2) {
    c["model_type"] = "deepseek_v3";
    c["architectures"] = {"DeepseekV3ForCausalLM"};
    if (groups <= 1) c["n_group"] = c["topk_group"] = 1;
  } else {
    c["topk_method"] = groups > 1 ? "group_limited_greedy" : "greedy";
  }
}
void gpt2(const GgufFacts& f, json& c) {
  c = {{"architectures", c["architectures"]},
       {"model_type", c["model_type"]},
       {"n_embd", c["hidden_size"]},
       {"n_inner", f.integer("feed_forward_length")},
       {"n_layer", c["num_hidden_layers"]},
       {"n_head", c["num_attention_heads"]},
       {"n_positions", c["max_position_embeddings"]},
       {"vocab_size", c["vocab_size"]},
       {"layer_norm_epsilon", c["layer_norm_eps"]},
       {"tie_word_embeddings", c["tie_word_embeddings"]}};
}
/// Rows of the embeddings of token types; the same for a table with one.
std::int64_t typeCount(const GgufFacts& f) {
  const StoredTensor* types = f.tensor("token_types.weight");
  return types && !types->shape.empty() ? types->shape.front() : 0;
}
void bert(const GgufFacts& f, json& c) {
  c["type_vocab_size"] = typeCount(f);
  for (const char* key : {"head_dim", "num_key_value_heads", "rope_theta", "tie_word_embeddings"}) c.erase(key);
  if (f.flag("attention.causal", false)) throw Error(f.where("attention.causal") + ": expected false, found true");
}
/// Raffel et al. 2020; what the file does not have is as the family has it by itself.
void t5(const GgufFacts& f, json& c) {
  const auto layers = c["num_hidden_layers"].get<std::int64_t>();
  // UMT5 has a relative bias in each layer.
  const bool own = f.hasTensor("enc.blk.1.attn_rel_b.weight");
  c = {{"architectures", {own ? "UMT5ForConditionalGeneration" : "T5ForConditionalGeneration"}},
       {"model_type", own ? "umt5" : "t5"},
       {"d_model", c["hidden_size"]},
       {"d_kv", c["head_dim"]},
       {"d_ff", f.integer("feed_forward_length")},
       {"num_layers", layers},
       {"num_decoder_layers", f.integer("decoder_block_count", layers)},
       {"num_heads", c["num_attention_heads"]},
       {"relative_attention_num_buckets", f.integer("attention.relative_buckets_count")},
       {"layer_norm_epsilon", f.number("attention.layer_norm_epsilon", c.value("rms_norm_eps", 1e-6))},
       {"feed_forward_proj", isGated(f) ? "gated-gelu" : "relu"},
       {"vocab_size", c["vocab_size"]},
       {"tie_word_embeddings", c["tie_word_embeddings"]},
       {"decoder_start_token_id", f.integer("decoder_start_token_id", 0)}};
}
void nomicBert(const GgufFacts& f, json& c) {
  c["type_vocab_size"] = typeCount(f);
  for (const char* key : {"head_dim", "num_key_value_heads", "tie_word_embeddings"}) c.erase(key);
  if (f.flag("attention.causal", false)) throw Error(f.where("attention.causal") + ": expected false, found true");
}

const GgufName kNormOfAttention{"blk.post_attention_norm", "post_attention_layernorm"};
const GgufName kNormOfFeedForward{"blk.post_ffw_norm", "post_feedforward_layernorm"};
const std::vector<GgufName> kGemmaNorms = {kNormOfAttention, kNormOfFeedForward,
                                           {"blk.ffn_norm", "pre_feedforward_layernorm"}};
const std::vector<GgufName> kNormsInside = {kNormOfAttention, kNormOfFeedForward};
const std::vector<GgufName> kFusedGate = {{"blk.ffn_up", "mlp.gate_up_proj"}};

const std::vector<GgufName> kMixtralNames = {{"blk.ffn_gate_inp", "block_sparse_moe.gate"},
                                             {"blk.ffn_gate_exps", "block_sparse_moe.experts.E.w1", Experts},
                                             {"blk.ffn_down_exps", "block_sparse_moe.experts.E.w2", Experts},
                                             {"blk.ffn_up_exps", "block_sparse_moe.experts.E.w3", Experts}};
const std::vector<GgufName> kOneSharedExpert = {{"blk.ffn_gate_inp_shexp", "mlp.shared_expert_gate"},
                                                {"blk.ffn_gate_shexp", "mlp.shared_expert.gate_proj"},
                                                {"blk.ffn_up_shexp", "mlp.shared_expert.up_proj"},
                                                {"blk.ffn_down_shexp", "mlp.shared_expert.down_proj"}};
const std::vector<GgufName> kGptOssNames = {{"blk.ffn_gate_inp", "mlp.router"}, kNormOfAttention};
const std::vector<GgufName> kLatentNames = {{"blk.attn_q_a", "self_attn.q_a_proj"},
                                            {"blk.attn_q_b", "self_attn.q_b_proj"},
                                            {"blk.attn_q_a_norm", "self_attn.q_a_layernorm"},
                                            {"blk.attn_kv_a_mqa", "self_attn.kv_a_proj_with_mqa"},
                                            {"blk.attn_kv_a_norm", "self_attn.kv_a_layernorm"},
                                            {"blk.attn_kv_b", "self_attn.kv_b_proj"},
                                            {"blk.attn_k_b", "self_attn.kv_b_proj", LatentKeys},
                                            {"blk.attn_v_b", "self_attn.kv_b_proj", LatentValues}};
const std::vector<GgufName> kGpt2Names = {{"token_embd", "transformer.wte"},
                                          {"position_embd", "transformer.wpe"},
                                          {"output_norm", "transformer.ln_f"},
                                          {"output", "lm_head"},
                                          {"blk.attn_norm", "ln_1"},
                                          {"blk.ffn_norm", "ln_2"},
                                          {"blk.attn_qkv", "attn.c_attn", OutIn},
                                          {"blk.attn_output", "attn.c_proj", OutIn},
                                          {"blk.ffn_up", "mlp.c_fc", OutIn},
                                          {"blk.ffn_down", "mlp.c_proj", OutIn}};
std::vector<GgufName> falconNames(bool twoNorms) {
  return {{"token_embd", "transformer.word_embeddings"},
          {"output_norm", "transformer.ln_f"},
          {"output", "lm_head"},
          {"blk.attn_norm", twoNorms ? "ln_mlp" : "input_layernorm"},
          {"blk.attn_norm_2", "ln_attn"},
          {"blk.attn_qkv", "self_attention.query_key_value", Grouped},
          {"blk.attn_output", "self_attention.dense"},
          {"blk.ffn_up", "mlp.dense_h_to_4h"},
          {"blk.ffn_down", "mlp.dense_4h_to_h"}};
}
const std::vector<GgufName> kNeoxNames = {{"token_embd", "gpt_neox.embed_in"},
                                          {"output_norm", "gpt_neox.final_layer_norm"},
                                          {"output", "embed_out"},
                                          {"blk.attn_norm", "input_layernorm"},
                                          {"blk.ffn_norm", "post_attention_layernorm"},
                                          {"blk.attn_qkv", "attention.query_key_value", Grouped},
                                          {"blk.attn_output", "attention.dense"},
                                          {"blk.ffn_up", "mlp.dense_h_to_4h"},
                                          {"blk.ffn_down", "mlp.dense_4h_to_h"}};
const std::vector<GgufName> kPhi2Names = {{"output_norm", "model.final_layernorm"},
                                          {"blk.attn_output", "self_attn.dense"},
                                          {"blk.ffn_up", "mlp.fc1"},
                                          {"blk.ffn_down", "mlp.fc2"}};
const std::vector<GgufName> kStarcoderNames = {{"blk.ffn_up", "mlp.c_fc"}, {"blk.ffn_down", "mlp.c_proj"}};
const std::vector<GgufName> kGlm4Names = {{"blk.ffn_up", "mlp.gate_up_proj"},
                                          {"blk.post_attention_norm", "post_self_attn_layernorm"},
                                          {"blk.post_ffw_norm", "post_mlp_layernorm"}};
const std::vector<GgufName> kBertNames = {{"token_embd", "embeddings.word_embeddings"},
                                          {"position_embd", "embeddings.position_embeddings"},
                                          {"token_types", "embeddings.token_type_embeddings"},
                                          {"token_embd_norm", "embeddings.LayerNorm"},
                                          {"blk.attn_q", "attention.self.query"},
                                          {"blk.attn_k", "attention.self.key"},
                                          {"blk.attn_v", "attention.self.value"},
                                          {"blk.attn_output", "attention.output.dense"},
                                          {"blk.attn_output_norm", "attention.output.LayerNorm"},
                                          {"blk.ffn_up", "intermediate.dense"},
                                          {"blk.ffn_down", "output.dense"},
                                          {"blk.layer_output_norm", "output.LayerNorm"}};
const std::vector<GgufName> kNomicNames = {{"token_embd", "embeddings.word_embeddings"},
                                           {"token_types", "embeddings.token_type_embeddings"},
                                           {"token_embd_norm", "emb_ln"},
                                           {"blk.attn_qkv", "attn.Wqkv"},
                                           {"blk.attn_output", "attn.out_proj"},
                                           {"blk.attn_output_norm", "norm1"},
                                           {"blk.ffn_up", "mlp.fc11"},
                                           {"blk.ffn_gate", "mlp.fc12"},
                                           {"blk.ffn_down", "mlp.fc2"},
                                           {"blk.layer_output_norm", "norm2"}};

/// A layer of T5: its part of each sublayer, numbered from 0.
const std::vector<GgufName> kT5Names = {
    {"token_embd", "shared"},
    {"output", "lm_head"},
    {"enc.output_norm", "encoder.final_layer_norm"},
    {"enc.blk.attn_norm", "layer.0.layer_norm"},
    {"enc.blk.attn_q", "layer.0.SelfAttention.q"},
    {"enc.blk.attn_k", "layer.0.SelfAttention.k"},
    {"enc.blk.attn_v", "layer.0.SelfAttention.v"},
    {"enc.blk.attn_o", "layer.0.SelfAttention.o"},
    {"enc.blk.attn_rel_b", "layer.0.SelfAttention.relative_attention_bias"},
    {"enc.blk.ffn_norm", "layer.1.layer_norm"},
    {"enc.blk.ffn_gate", "layer.1.DenseReluDense.wi_0"},
    {"enc.blk.ffn_down", "layer.1.DenseReluDense.wo"},
    {"dec.output_norm", "decoder.final_layer_norm"},
    {"dec.blk.attn_norm", "layer.0.layer_norm"},
    {"dec.blk.attn_q", "layer.0.SelfAttention.q"},
    {"dec.blk.attn_k", "layer.0.SelfAttention.k"},
    {"dec.blk.attn_v", "layer.0.SelfAttention.v"},
    {"dec.blk.attn_o", "layer.0.SelfAttention.o"},
    {"dec.blk.attn_rel_b", "layer.0.SelfAttention.relative_attention_bias"},
    {"dec.blk.cross_attn_norm", "layer.1.layer_norm"},
    {"dec.blk.cross_attn_q", "layer.1.EncDecAttention.q"},
    {"dec.blk.cross_attn_k", "layer.1.EncDecAttention.k"},
    {"dec.blk.cross_attn_v", "layer.1.EncDecAttention.v"},
    {"dec.blk.cross_attn_o", "layer.1.EncDecAttention.o"},
    {"dec.blk.ffn_norm", "layer.2.layer_norm"},
    {"dec.blk.ffn_gate", "layer.2.DenseReluDense.wi_0"},
    {"dec.blk.ffn_down", "layer.2.DenseReluDense.wo"}};
/// The matrix beside a gate has another name than one alone.
std::vector<GgufName> t5Names(bool gated) {
  std::vector<GgufName> names = kT5Names;
  names.push_back({"enc.blk.ffn_up", gated ? "layer.1.DenseReluDense.wi_1" : "layer.1.DenseReluDense.wi"});
  names.push_back({"dec.blk.ffn_up", gated ? "layer.2.DenseReluDense.wi_1" : "layer.2.DenseReluDense.wi"});
  return names;
}

constexpr std::string_view kT5Distance =
    "A GGUF file does not say how far relative positions are told apart; up to 128 tokens, as in all published models.";
constexpr std::string_view kGatedT5 =
    "A GGUF file does not say how far relative positions are told apart and how the gate is activated; up to 128 "
    "tokens, and by the tanh form of GELU, as in T5 1.1, Flan-T5 and mT5.";
constexpr std::string_view kExactGelu =
    "A GGUF file does not say which form of GELU its model has; the exact one is computed, as in the reference "
    "library. "
    "llama.cpp computes the tanh form.";

constexpr std::string_view kLayers = "model.layers.";

}  // namespace

const std::vector<GgufArchitecture>& ggufArchitectures() {
  static const std::vector<GgufArchitecture> all = {
      {.name = "llama",
       .modelType = "mixtral",
       .hubClass = "MixtralForCausalLM",
       .layers = kLayers,
       .names = kMixtralNames,
       .pairedRows = true,
       .applies = hasExperts,
       .config = mixtral},
      {.name = "llama",
       .modelType = "mistral",
       .hubClass = "MistralForCausalLM",
       .layers = kLayers,
       .names = {},
       .pairedRows = true,
       .applies = hasWindow,
       .config = mistral},
      {.name = "llama",
       .modelType = "llama",
       .hubClass = "LlamaForCausalLM",
       .layers = kLayers,
       .names = {},
       .pairedRows = true,
       .config = llama},
      {.name = "qwen2", .modelType = "qwen2", .hubClass = "Qwen2ForCausalLM", .layers = kLayers, .names = {}},
      {.name = "qwen2vl",
       .modelType = "qwen2",
       .hubClass = "Qwen2ForCausalLM",
       .layers = kLayers,
       .names = {},
       .config = qwen2Vl},
      {.name = "qwen3",
       .modelType = "qwen3",
       .hubClass = "Qwen3ForCausalLM",
       .layers = kLayers,
       .names = {},
       .config = qwen3},
      {.name = "qwen2moe",
       .modelType = "qwen2_moe",
       .hubClass = "Qwen2MoeForCausalLM",
       .layers = kLayers,
       .names = kOneSharedExpert,
       .config = qwen2Moe},
      {.name = "qwen3moe",
       .modelType = "qwen3_moe",
       .hubClass = "Qwen3MoeForCausalLM",
       .layers = kLayers,
       .names = {},
       .config = qwen3Moe},
      {.name = "olmoe",
       .modelType = "olmoe",
       .hubClass = "OlmoeForCausalLM",
       .layers = kLayers,
       .names = {},
       .config = olmoe},
      {.name = "gemma",
       .modelType = "gemma",
       .hubClass = "GemmaForCausalLM",
       .layers = kLayers,
       .names = {},
       .gainsHoldOne = true,
       .config = gemma},
      {.name = "gemma2",
       .modelType = "gemma2",
       .hubClass = "Gemma2ForCausalLM",
       .layers = kLayers,
       .names = kGemmaNorms,
       .gainsHoldOne = true,
       .config = gemma2},
      {.name = "gemma3",
       .modelType = "gemma3_text",
       .hubClass = "Gemma3ForCausalLM",
       .layers = kLayers,
       .names = kGemmaNorms,
       .gainsHoldOne = true,
       .config = gemma3},
      {.name = "phi2",
       .modelType = "phi",
       .hubClass = "PhiForCausalLM",
       .layers = kLayers,
       .names = kPhi2Names,
       .config = phi2},
      {.name = "phi3",
       .modelType = "phi3",
       .hubClass = "Phi3ForCausalLM",
       .layers = kLayers,
       .names = kFusedGate,
       .config = phi3},
      {.name = "starcoder2",
       .modelType = "starcoder2",
       .hubClass = "Starcoder2ForCausalLM",
       .layers = kLayers,
       .names = kStarcoderNames,
       .config = starcoder2},
      {.name = "olmo2",
       .modelType = "olmo3",
       .hubClass = "Olmo3ForCausalLM",
       .layers = kLayers,
       .names = kNormsInside,
       .applies = hasWindow,
       .config = olmo3},
      {.name = "olmo2", .modelType = "olmo2", .hubClass = "Olmo2ForCausalLM", .layers = kLayers, .names = kNormsInside},
      {.name = "granite",
       .modelType = "granite",
       .hubClass = "GraniteForCausalLM",
       .layers = kLayers,
       .names = {},
       .pairedRows = true,
       .applies = hasNoExperts,
       .config = granite},
      {.name = "command-r",
       .modelType = "cohere",
       .hubClass = "CohereForCausalLM",
       .layers = kLayers,
       .names = {},
       .config = cohere},
      {.name = "cohere2",
       .modelType = "cohere2",
       .hubClass = "Cohere2ForCausalLM",
       .layers = kLayers,
       .names = {},
       .config = cohere2},
      {.name = "falcon",
       .modelType = "falcon",
       .hubClass = "FalconForCausalLM",
       .layers = "transformer.h.",
       .names = falconNames(true),
       .decoderNames = false,
       .applies = hasTwoNorms,
       .config = falcon,
       .remark = kExactGelu},
      {.name = "falcon",
       .modelType = "falcon",
       .hubClass = "FalconForCausalLM",
       .layers = "transformer.h.",
       .names = falconNames(false),
       .decoderNames = false,
       .applies = hasOneNorm,
       .config = falcon,
       .remark = kExactGelu},
      {.name = "gptneox",
       .modelType = "gpt_neox",
       .hubClass = "GPTNeoXForCausalLM",
       .layers = "gpt_neox.layers.",
       .names = kNeoxNames,
       .decoderNames = false,
       .config = gptNeox,
       .remark = kExactGelu},
      {.name = "glm4",
       .modelType = "glm4",
       .hubClass = "Glm4ForCausalLM",
       .layers = kLayers,
       .names = kGlm4Names,
       .config = qwen3},
      {.name = "smollm3",
       .modelType = "smollm3",
       .hubClass = "SmolLM3ForCausalLM",
       .layers = kLayers,
       .names = {},
       .pairedRows = true,
       .config = smolLm3,
       .remark =
           "A GGUF file does not say which layers of SmolLM3 rotate; every fourth one does not, as in its release."},
      {.name = "arcee",
       .modelType = "arcee",
       .hubClass = "ArceeForCausalLM",
       .layers = kLayers,
       .names = {},
       .pairedRows = true,
       .config = llama},
      {.name = "exaone4",
       .modelType = "exaone4",
       .hubClass = "Exaone4ForCausalLM",
       .layers = kLayers,
       .names = kNormsInside,
       .config = exaone4},
      {.name = "nemotron",
       .modelType = "nemotron",
       .hubClass = "NemotronForCausalLM",
       .layers = kLayers,
       .names = {},
       .gainsHoldOne = true,
       .config = nemotron},
      {.name = "gpt-oss",
       .modelType = "gpt_oss",
       .hubClass = "GptOssForCausalLM",
       .layers = kLayers,
       .names = kGptOssNames,
       .config = gptOss,
       .remark =
           "A GGUF file does not say whether the ends of yarn's ramp are rounded; they are not, as in the release. "
           "llama.cpp rounds them."},
      {.name = "deepseek2",
       .modelType = "deepseek_v2",
       .hubClass = "DeepseekV2ForCausalLM",
       .layers = kLayers,
       .names = kLatentNames,
       .config = deepSeek},
      {.name = "gpt2",
       .modelType = "gpt2",
       .hubClass = "GPT2LMHeadModel",
       .layers = "transformer.h.",
       .names = kGpt2Names,
       .decoderNames = false,
       .config = gpt2},
      {.name = "bert",
       .modelType = "bert",
       .hubClass = "BertModel",
       .layers = "encoder.layer.",
       .names = kBertNames,
       .decoderNames = false,
       .config = bert},
      {.name = "t5",
       .modelType = "t5",
       .hubClass = "T5ForConditionalGeneration",
       .layers = "encoder.block.",
       .names = t5Names(true),
       .decoderNames = false,
       .applies = isGated,
       .config = t5,
       .remark = kGatedT5,
       .decoderLayers = "decoder.block."},
      {.name = "t5",
       .modelType = "t5",
       .hubClass = "T5ForConditionalGeneration",
       .layers = "encoder.block.",
       .names = t5Names(false),
       .decoderNames = false,
       .config = t5,
       .remark = kT5Distance,
       .decoderLayers = "decoder.block."},
      {.name = "nomic-bert",
       .modelType = "nomic_bert",
       .hubClass = "NomicBertModel",
       .layers = "encoder.layers.",
       .names = kNomicNames,
       .decoderNames = false,
       .config = nomicBert},
  };
  return all;
}

const GgufArchitecture& ggufArchitectureOf(const GgufFacts& facts) {
  std::string known;
  for (const GgufArchitecture& each : ggufArchitectures()) {
    if (each.name == facts.architecture() && (!each.applies || each.applies(facts))) return each;
    const std::string name = std::string(known.empty() ? "" : ", ") + std::string(each.name);
    if (!known.ends_with(name) && known != each.name) known += name;
  }
  throw Error(facts.metadata().where("general.architecture") + ": unsupported '" + facts.architecture() +
              "'; read are " + known);
}

}  // namespace headlight
