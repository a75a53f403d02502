#include <cmath>

#include "core/model/families/all.h"

namespace headlight {
namespace {

LayerSpec optLayer(const Config& c, const std::string& at, Index width) {
  LayerSpec layer;
  const bool bias = c.flag("enable_bias", true);
  AttentionSpec& a = layer.attention;
  a.heads = a.kvHeads = headCount(c, "num_attention_heads", 12);
  a.dHead = dividedBy(c, width, a.heads, "num_attention_heads");
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  a.causal = true;
  a.query = linearPart(at + "self_attn.q_proj", bias);
  a.key = linearPart(at + "self_attn.k_proj", bias);
  a.value = linearPart(at + "self_attn.v_proj", bias);
  a.output = linearPart(at + "self_attn.out_proj", bias);
  NormSpec attentionNorm = layerNorm(at + "self_attn_layer_norm", 1e-5),
           feedForwardNorm = layerNorm(at + "final_layer_norm", 1e-5);
  if (!c.flag("layer_norm_elementwise_affine", true))
    for (NormSpec* norm : {&attentionNorm, &feedForwardNorm}) norm->weight = norm->bias = "";
  const bool first = c.flag("do_layer_norm_before", true);
  (first ? layer.attentionNorms.before : layer.attentionNorms.after) = attentionNorm;
  (first ? layer.feedForwardNorms.before : layer.feedForwardNorms.after) = feedForwardNorm;
  layer.feedForward.inner = c.size("ffn_dim", 3072);
  layer.feedForward.activation = activationOf(c.text("activation_function", "relu"), c.where("activation_function"));
  layer.feedForward.in = linearPart(at + "fc1", bias);
  layer.feedForward.output = linearPart(at + "fc2", bias);
  return layer;
}

/// Zhang et al. 2022, "OPT": learned positions from the third row on; the 350M model has post-norm layers and narrow
/// embeddings.
Architecture describeOpt(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string base = in.prefix("model."), prefix = base + "decoder.";
  Architecture d;
  d.width = c.size("hidden_size", 768);
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", 2048);
  d.padId = padIdOf(c, 1);
  EmbeddingSpec& e = d.embedding;
  e.tokens = prefix + "embed_tokens.weight";
  e.width = c.size("word_embed_proj_dim", d.width);
  e.positions =
      PositionsSpec{prefix + "embed_positions.weight", d.maxPositions + 2, 2, PositionsSpec::Counting::SkipUnattended};
  if (e.width != d.width) {
    e.projection = linearPart(prefix + "project_in", false);
    e.projectionPlace = EmbeddingSpec::ProjectionPlace::BeforePositions;
    d.finalProjection = linearPart(prefix + "project_out", false);
    d.finalWidth = e.width;
  }
  const int layers = layerCount(c, "num_hidden_layers", 12);
  for (int i = 0; i < layers; ++i)
    d.layers.push_back(optLayer(c, prefix + "layers." + std::to_string(i) + ".", d.width));
  if (c.flag("do_layer_norm_before", true) && !c.flag("_remove_final_layer_norm", false)) {
    d.finalNorm = layerNorm(prefix + "final_layer_norm", 1e-5);
    if (!c.flag("layer_norm_elementwise_affine", true)) d.finalNorm.weight = d.finalNorm.bias = "";
  }
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family optFamily() { return {"opt", {"opt"}, describeOpt}; }

}  // namespace headlight
