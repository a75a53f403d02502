#include "core/model/families/gpt_layers.h"

#include <cmath>

namespace headlight {

std::vector<std::pair<std::string_view, std::string_view>> gptAliases() {
  return {{"hidden_size", "n_embd"},
          {"num_attention_heads", "n_head"},
          {"num_hidden_layers", "n_layer"},
          {"max_position_embeddings", "n_positions"}};
}

GptSizes gptSizes(const Config& c) {
  GptSizes s;
  s.width = c.size("n_embd", 768);
  s.heads = headCount(c, "n_head", 12);
  s.layers = layerCount(c, "n_layer", 12);
  s.inner = c.size("n_inner", 4 * s.width);
  return s;
}

Architecture gptDescription(const FamilyInput& in, const std::string& prefix, GptSizes& s, Index positions) {
  const Config& c = in.config;
  s.epsilon = epsilonOf(c, "layer_norm_epsilon", 1e-5);
  Architecture d;
  d.width = s.width;
  d.vocabulary = in.vocabulary();
  d.maxPositions = positions;
  d.padId = padIdOf(c, -1);
  d.embedding.tokens = prefix + "wte.weight";
  d.embedding.width = s.width;
  if (positions > 0)
    d.embedding.positions = PositionsSpec{prefix + "wpe.weight", positions, 0, PositionsSpec::Counting::Place};
  const Index dHead = dividedBy(c, s.width, s.heads, "number of heads");
  for (int i = 0; i < s.layers; ++i) {
    LayerSpec layer;
    layer.attention.heads = layer.attention.kvHeads = s.heads;
    layer.attention.dHead = dHead;
    layer.attention.scale = 1 / std::sqrt(static_cast<float>(dHead));
    layer.attention.causal = true;
    layer.attentionNorms.before = layerNorm(prefix + "h." + std::to_string(i) + ".ln_1", s.epsilon);
    layer.feedForward.inner = s.inner;
    layer.feedForward.activation =
        activationOf(c.text(s.activationKey, std::string(s.activation)), c.where(s.activationKey));
    d.layers.push_back(std::move(layer));
  }
  d.finalNorm = layerNorm(prefix + "ln_f", s.epsilon);
  return d;
}

}  // namespace headlight
