#include <cmath>

#include "core/model/families/all.h"

namespace headlight {
namespace {

LayerSpec xglmLayer(const Config& c, const std::string& at, Index width) {
  LayerSpec layer;
  AttentionSpec& a = layer.attention;
  a.heads = a.kvHeads = headCount(c, "attention_heads", 16);
  a.dHead = dividedBy(c, width, a.heads, "attention_heads");
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  a.causal = true;
  a.query = linearPart(at + "self_attn.q_proj");
  a.key = linearPart(at + "self_attn.k_proj");
  a.value = linearPart(at + "self_attn.v_proj");
  a.output = linearPart(at + "self_attn.out_proj");
  layer.attentionNorms.before = layerNorm(at + "self_attn_layer_norm", 1e-5);
  layer.feedForwardNorms.before = layerNorm(at + "final_layer_norm", 1e-5);
  layer.feedForward.inner = c.size("ffn_dim", 4096);
  layer.feedForward.activation = activationOf(c.text("activation_function", "gelu"), c.where("activation_function"));
  layer.feedForward.in = linearPart(at + "fc1");
  layer.feedForward.output = linearPart(at + "fc2");
  return layer;
}

/// Lin et al. 2022, "XGLM": sines and cosines for positions, of which no file has a table.
Architecture describeXglm(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("model.");
  Architecture d;
  d.width = c.size("d_model", 1024);
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", 2048);
  d.padId = padIdOf(c, 1);
  d.embedding.tokens = prefix + "embed_tokens.weight";
  d.embedding.width = d.width;
  if (c.flag("scale_embedding", true)) d.embedding.scale = std::sqrt(static_cast<float>(d.width));
  d.embedding.positions = PositionsSpec{};
  d.embedding.positions->offset = 2;
  d.embedding.positions->waves = PositionsSpec::Waves::Fairseq;
  const int layers = layerCount(c, "num_layers", 24);
  for (int i = 0; i < layers; ++i)
    d.layers.push_back(xglmLayer(c, prefix + "layers." + std::to_string(i) + ".", d.width));
  d.finalNorm = layerNorm(prefix + "layer_norm", 1e-5);
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family xglmFamily() {
  return {
      "xglm",
      {"xglm"},
      describeXglm,
      {},
      {{"hidden_size", "d_model"}, {"num_attention_heads", "attention_heads"}, {"num_hidden_layers", "num_layers"}}};
}

}  // namespace headlight
