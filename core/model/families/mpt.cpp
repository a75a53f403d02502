#include <cmath>

#include "core/base/error.h"
#include "core/model/families/all.h"

namespace headlight {
namespace {

LayerSpec mptLayer(const Config& c, const Config& attention, const std::string& at, Index width, double epsilon) {
  LayerSpec layer;
  AttentionSpec& a = layer.attention;
  a.heads = a.kvHeads = headCount(c, "n_heads", 16);
  a.dHead = dividedBy(c, width, a.heads, "n_heads");
  a.scale = attention.has("softmax_scale") ? static_cast<float>(positiveOf(attention, "softmax_scale", 1))
                                           : 1 / std::sqrt(static_cast<float>(a.dHead));
  a.causal = true;
  a.alibi = Alibi::AfterScale;
  // The library always takes 8.
  if (const double most = positiveOf(attention, "alibi_bias_max", 8); most != static_cast<double>(a.alibiMost))
    throw Error(attention.where("alibi_bias_max") + ": expected 8, found " + std::to_string(most));
  if (attention.has("clip_qkv") && attention.number("clip_qkv", 0) != 0)
    a.clip = static_cast<float>(positiveOf(attention, "clip_qkv", 1));
  a.layout = QkvLayout::Parts;
  a.qkv = linearPart(at + "attn.Wqkv", false);
  a.output = linearPart(at + "attn.out_proj", false);
  layer.attentionNorms.before = layerNorm(at + "norm_1", epsilon, false);
  layer.feedForwardNorms.before = layerNorm(at + "norm_2", epsilon, false);
  layer.feedForward.inner = 4 * width;
  layer.feedForward.activation = Activation::Gelu;
  layer.feedForward.in = linearPart(at + "ffn.up_proj", false);
  layer.feedForward.output = linearPart(at + "ffn.down_proj", false);
  return layer;
}

/// MPT (MosaicML 2023): linear biases by position (ALiBi), no learned biases.
Architecture describeMpt(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  const double epsilon = epsilonOf(c, "layer_norm_epsilon", 1e-5);
  const auto nested = c.object("attn_config");
  const Config attention = nested ? *nested : Config::parse("{}", "config.json: 'attn_config'");
  if (!attention.flag("alibi", true)) throw Error(attention.where("alibi") + ": expected true, found false");
  Architecture d;
  d.width = c.size("d_model", 2048);
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_seq_len", 2048);
  d.padId = padIdOf(c, -1);
  d.embedding.tokens = prefix + "wte.weight";
  d.embedding.width = d.width;
  const int layers = layerCount(c, "n_layers", 24);
  for (int i = 0; i < layers; ++i)
    d.layers.push_back(mptLayer(c, attention, prefix + "blocks." + std::to_string(i) + ".", d.width, epsilon));
  d.finalNorm = layerNorm(prefix + "norm_f", epsilon, false);
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family mptFamily() {
  return {"mpt",
          {"mpt"},
          describeMpt,
          {{"attn_impl"},
           {"attn_type", {R"("multihead_attention")"}},
           {"attn_uses_sequence_id", {"false"}},
           {"prefix_lm", {"false"}},
           {"qk_ln", {"false"}},
           {"no_bias", {"true"}},
           {"logit_scale", {"null"}},
           {"norm_type", {R"("low_precision_layernorm")", R"("layernorm")"}},
           {"embedding_fraction"},
           {"expansion_ratio"},
           {"learned_pos_emb"},
           {"init_device"},
           {"verbose"}},
          {{"hidden_size", "d_model"}, {"num_attention_heads", "n_heads"}, {"num_hidden_layers", "n_layers"}}};
}

}  // namespace headlight
