#include <cmath>

#include "core/model/families/all.h"

namespace headlight {
namespace {

LayerSpec bloomLayer(const Config& c, const std::string& at, Index width, double epsilon) {
  LayerSpec layer;
  AttentionSpec& a = layer.attention;
  a.heads = a.kvHeads = headCount(c, "n_head", 8);
  a.dHead = dividedBy(c, width, a.heads, "n_head");
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  a.causal = true;
  a.alibi = Alibi::AfterScale;
  a.layout = QkvLayout::Groups;
  a.qkv = linearPart(at + "self_attention.query_key_value");
  a.output = linearPart(at + "self_attention.dense");
  layer.attentionNorms.before = layerNorm(at + "input_layernorm", epsilon);
  layer.feedForwardNorms.before = layerNorm(at + "post_attention_layernorm", epsilon);
  layer.residualFromNorm = c.flag("apply_residual_connection_post_layernorm", false);
  layer.feedForward.inner = 4 * width;
  layer.feedForward.activation = Activation::GeluTanh;
  layer.feedForward.in = linearPart(at + "mlp.dense_h_to_4h");
  layer.feedForward.output = linearPart(at + "mlp.dense_4h_to_h");
  return layer;
}

/// Le Scao et al. 2022, "BLOOM": linear biases by position (ALiBi), a norm right behind the embeddings.
Architecture describeBloom(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  const double epsilon = epsilonOf(c, "layer_norm_epsilon", 1e-5);
  Architecture d;
  d.width = c.size("hidden_size", 64);
  d.vocabulary = in.vocabulary();
  d.padId = padIdOf(c, -1);
  d.embedding.tokens = prefix + "word_embeddings.weight";
  d.embedding.width = d.width;
  d.embedding.norm = layerNorm(prefix + "word_embeddings_layernorm", epsilon);
  const int layers = layerCount(c, "n_layer", 2);
  for (int i = 0; i < layers; ++i)
    d.layers.push_back(bloomLayer(c, prefix + "h." + std::to_string(i) + ".", d.width, epsilon));
  d.finalNorm = layerNorm(prefix + "ln_f", epsilon);
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family bloomFamily() {
  return {"bloom",
          {"bloom"},
          describeBloom,
          {{"pretraining_tp"},
           {"slow_but_exact", {"false"}},
           {"skip_bias_add"},
           {"skip_bias_add_qkv"},
           {"seq_length"},
           {"offset_alibi"},
           {"masked_softmax_fusion"},
           {"bias_dropout_fusion"},
           {"attention_softmax_in_fp32"},
           {"n_inner"}},
          {{"n_embed", "hidden_size"}, {"num_attention_heads", "n_head"}, {"num_hidden_layers", "n_layer"}}};
}

}  // namespace headlight
