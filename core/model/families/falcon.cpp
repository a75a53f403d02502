#include <cmath>

#include "core/model/families/all.h"
#include "core/model/rope_config.h"

namespace headlight {
namespace {

/// Three generations: 40B (grouped heads, two norms side by side), 7B (one key/value head, one norm), RW (ALiBi,
/// sequential).
LayerSpec falconLayer(const Config& c, const std::string& at, Index width, double epsilon) {
  LayerSpec layer;
  const bool newer = c.flag("new_decoder_architecture", false), oneKey = c.flag("multi_query", true);
  const bool bias = c.flag("bias", false);
  AttentionSpec& a = layer.attention;
  a.heads = headCount(c, "num_attention_heads", 71);
  a.kvHeads = newer ? headCount(c, "num_kv_heads", a.heads) : (oneKey ? 1 : a.heads);
  dividedBy(c, a.heads, a.kvHeads, "num_kv_heads");
  a.dHead = dividedBy(c, width, a.heads, "num_attention_heads");
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  a.causal = true;
  if (c.flag("alibi", false))
    a.alibi = Alibi::BeforeScale;
  else
    a.rotary = 0;
  a.layout = !newer && oneKey ? QkvLayout::Parts : QkvLayout::Groups;
  a.qkv = linearPart(at + "self_attention.query_key_value", bias);
  a.output = linearPart(at + "self_attention.dense", bias);
  layer.parallel = newer || c.flag("parallel_attn", true);
  if (newer && c.integer("num_ln_in_parallel_attn", 2) == 2) {
    layer.attentionNorms.before = layerNorm(at + "ln_attn", epsilon);
    layer.feedForwardNorms.before = layerNorm(at + "ln_mlp", epsilon);
  } else {
    layer.attentionNorms.before = layerNorm(at + "input_layernorm", epsilon);
    if (!layer.parallel) layer.feedForwardNorms.before = layerNorm(at + "post_attention_layernorm", epsilon);
  }
  layer.feedForward.inner = c.size("ffn_hidden_size", 4 * width);
  layer.feedForward.activation = activationOf(c.text("activation", "gelu"), c.where("activation"));
  layer.feedForward.in = linearPart(at + "mlp.dense_h_to_4h", bias);
  layer.feedForward.output = linearPart(at + "mlp.dense_4h_to_h", bias);
  return layer;
}

/// Almazrouei et al. 2023, "Falcon".
Architecture describeFalcon(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  const double epsilon = epsilonOf(c, "layer_norm_epsilon", 1e-5);
  Architecture d;
  d.width = c.size("hidden_size", 4544);
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.flag("alibi", false) ? 0 : c.size("max_position_embeddings", 2048);
  d.padId = padIdOf(c, -1);
  d.embedding.tokens = prefix + "word_embeddings.weight";
  d.embedding.width = d.width;
  const int layers = layerCount(c, "num_hidden_layers", 32);
  for (int i = 0; i < layers; ++i)
    d.layers.push_back(falconLayer(c, prefix + "h." + std::to_string(i) + ".", d.width, epsilon));
  if (c.flag("alibi", false))
    d.remarks.emplace_back(
        "The linear bias counts twice, as in the reference's eager attention; its other kernels add it once.");
  else
    d.rotaries.push_back(rotaryPart(c, d.layers.front().attention.dHead));
  d.finalNorm = layerNorm(prefix + "ln_f", epsilon);
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family falconFamily() {
  return {"falcon",
          {"falcon"},
          describeFalcon,
          {{"apply_residual_connection_post_layernorm", {"false"}},
           {"max_position_embeddings"},
           {"multi_query"},
           {"n_head_kv"},
           {"num_kv_heads"},
           {"num_ln_in_parallel_attn"},
           {"parallel_attn"},
           {"rope_theta"}},
          {{"n_embed", "hidden_size"}, {"n_head", "num_attention_heads"}, {"n_layer", "num_hidden_layers"}}};
}

}  // namespace headlight
