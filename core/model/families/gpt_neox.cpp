#include <cmath>

#include "core/model/families/all.h"
#include "core/model/rope_config.h"

namespace headlight {
namespace {

LayerSpec neoxLayer(const Config& c, const std::string& at, Index width) {
  LayerSpec layer;
  const double epsilon = epsilonOf(c, "layer_norm_eps", 1e-5);
  const bool bias = c.flag("attention_bias", true);
  AttentionSpec& a = layer.attention;
  a.heads = a.kvHeads = headCount(c, "num_attention_heads", 64);
  a.dHead = dividedBy(c, width, a.heads, "num_attention_heads");
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  a.causal = true;
  a.rotary = 0;
  a.layout = QkvLayout::Groups;
  a.qkv = linearPart(at + "attention.query_key_value", bias);
  a.output = linearPart(at + "attention.dense", bias);
  layer.attentionNorms.before = layerNorm(at + "input_layernorm", epsilon);
  layer.feedForwardNorms.before = layerNorm(at + "post_attention_layernorm", epsilon);
  layer.parallel = c.flag("use_parallel_residual", true);
  layer.feedForward.inner = c.size("intermediate_size", 24576);
  layer.feedForward.activation = activationOf(c.text("hidden_act", "gelu"), c.where("hidden_act"));
  layer.feedForward.in = linearPart(at + "mlp.dense_h_to_4h");
  layer.feedForward.output = linearPart(at + "mlp.dense_4h_to_h");
  return layer;
}

/// Black et al. 2022, "GPT-NeoX", and Pythia: rotary positions on a part of each head, both sublayers side by side.
Architecture describeGptNeox(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("gpt_neox.");
  Architecture d;
  d.width = c.size("hidden_size", 6144);
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", 2048);
  d.padId = padIdOf(c, -1);
  d.embedding.tokens = prefix + "embed_in.weight";
  d.embedding.width = d.width;
  const int layers = layerCount(c, "num_hidden_layers", 44);
  for (int i = 0; i < layers; ++i)
    d.layers.push_back(neoxLayer(c, prefix + "layers." + std::to_string(i) + ".", d.width));
  RopeDefaults rope;
  rope.partial = 0.25;
  rope.thetaKey = "rotary_emb_base";
  rope.partialKey = "rotary_pct";
  d.rotaries.push_back(rotaryPart(c, d.layers.front().attention.dHead, rope));
  d.finalNorm = layerNorm(prefix + "final_layer_norm", epsilonOf(c, "layer_norm_eps", 1e-5));
  // Release 5 of the reference library calls it as elsewhere, unless it writes a family's own names.
  d.head = causalHead(in, in.checkpoint.has(in.stem + "lm_head.weight") ? "lm_head" : "embed_out",
                      c.flag("tie_word_embeddings", false));
  return d;
}

}  // namespace

Family gptNeoxFamily() {
  return {"gpt_neox", {"gpt_neox"}, describeGptNeox, {{"partial_rotary_factor"}, {"rope_theta"}}};
}

}  // namespace headlight
