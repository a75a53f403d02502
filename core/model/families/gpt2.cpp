#include <cmath>

#include "core/model/families/all.h"

namespace headlight {
namespace {

LayerPart layerOf(const Config& c, const std::string& prefix, Index width, int index) {
  LayerPart layer;
  AttentionPart& a = layer.attention;
  a.heads = a.kvHeads = static_cast<int>(c.size("n_head", 12));
  a.dHead = dividedBy(c, width, a.heads, "n_head");
  a.scale = c.flag("scale_attn_weights", true) ? 1 / std::sqrt(static_cast<float>(a.dHead)) : 1;
  if (c.flag("scale_attn_by_inverse_layer_idx", false)) a.scale /= static_cast<float>(index + 1);
  a.causal = true;
  a.layout = QkvLayout::Parts;
  a.qkv = inOutPart(prefix + "attn.c_attn");
  a.output = inOutPart(prefix + "attn.c_proj");
  const double epsilon = epsilonOf(c, "layer_norm_epsilon", 1e-5);
  layer.attentionNorms.before = layerNorm(prefix + "ln_1", epsilon);
  layer.feedForwardNorms.before = layerNorm(prefix + "ln_2", epsilon);
  layer.feedForward.inner = c.size("n_inner", 4 * width);
  layer.feedForward.activation =
      activationOf(c.text("activation_function", "gelu_new"), c.where("activation_function"));
  layer.feedForward.in = inOutPart(prefix + "mlp.c_fc");
  layer.feedForward.output = inOutPart(prefix + "mlp.c_proj");
  return layer;
}

/// Radford et al. 2019, "GPT-2". Weights are stored as [in, out].
Description describe(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  Description d;
  d.width = c.size("n_embd", 768);
  d.vocabulary = c.size("vocab_size");
  d.maxPositions = c.size("n_positions", c.size("n_ctx", 1024));
  d.embedding.tokens = prefix + "wte.weight";
  d.embedding.width = d.width;
  d.embedding.positions = PositionsPart{prefix + "wpe.weight", d.maxPositions, 0, PositionsPart::Counting::Place};
  const auto layers = static_cast<int>(c.size("n_layer", 12));
  for (int i = 0; i < layers; ++i) d.layers.push_back(layerOf(c, prefix + "h." + std::to_string(i) + ".", d.width, i));
  d.finalNorm = layerNorm(prefix + "ln_f", epsilonOf(c, "layer_norm_epsilon", 1e-5));
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family gpt2Family() { return {"gpt2", {"gpt2"}, describe}; }

}  // namespace headlight
