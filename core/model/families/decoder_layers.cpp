#include "core/model/families/decoder_layers.h"

#include <cmath>

#include "core/base/error.h"

namespace headlight {
namespace {

NormPart normOf(const DecoderSwitches& s, const std::string& name, double epsilon) {
  return s.norm == NormKind::RmsNorm ? rmsNorm(name, epsilon, s.gainOffset) : layerNorm(name, epsilon);
}

AttentionPart attentionOf(const Config& c, const DecoderSwitches& s, const std::string& prefix, Index width,
                          double epsilon) {
  AttentionPart a;
  a.heads = headCount(c, "num_attention_heads", s.sizes.heads);
  const bool absent = !c.declares("num_key_value_heads");
  a.kvHeads = headCount(c, "num_key_value_heads", absent && s.sizes.kvHeads > 0 ? s.sizes.kvHeads : a.heads);
  dividedBy(c, a.heads, a.kvHeads, "num_key_value_heads");
  a.dHead = c.has("head_dim") ? c.size("head_dim")
                              : (s.dHead > 0 ? s.dHead : dividedBy(c, width, a.heads, "num_attention_heads"));
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  a.causal = true;
  a.rotary = 0;
  a.query = linearPart(prefix + "q_proj", s.queryBias);
  a.key = linearPart(prefix + "k_proj", s.queryBias);
  a.value = linearPart(prefix + "v_proj", s.queryBias);
  a.output = linearPart(prefix + "o_proj", s.outputBias);
  if (s.headNorms) {
    a.queryNorm = rmsNorm(prefix + "q_norm", epsilon, s.gainOffset);
    a.keyNorm = rmsNorm(prefix + "k_norm", epsilon, s.gainOffset);
  }
  return a;
}

}  // namespace

Description decoderDescription(const FamilyInput& in, const DecoderSwitches& s) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("model.");
  const double epsilon = epsilonOf(c, s.epsilonKey, s.epsilon);
  Description d;
  d.width = c.size("hidden_size", s.sizes.width);
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", s.sizes.positions);
  d.padId = padIdOf(c, s.padId);
  d.embedding.tokens = prefix + "embed_tokens.weight";
  d.embedding.width = d.width;
  const int layers = layerCount(c, "num_hidden_layers", s.sizes.layers);
  const Index window = s.windowed ? c.size("sliding_window", s.window) : 0;
  for (int i = 0; i < layers; ++i) {
    const std::string at = prefix + "layers." + std::to_string(i) + ".";
    LayerPart layer;
    layer.attention = attentionOf(c, s, at + "self_attn.", d.width, epsilon);
    if (s.windowed && s.windowed(i)) layer.attention.window = window;
    layer.attentionNorms.before = normOf(s, at + "input_layernorm", epsilon);
    layer.feedForwardNorms.before = normOf(s, at + "post_attention_layernorm", epsilon);
    FeedForwardPart& f = layer.feedForward;
    f.inner = c.size("intermediate_size", s.sizes.inner);
    f.activation = activationOf(c.text("hidden_act", s.activation), c.where("hidden_act"));
    f.gate = linearPart(at + "mlp.gate_proj", s.feedForwardBias);
    f.in = linearPart(at + "mlp.up_proj", s.feedForwardBias);
    f.output = linearPart(at + "mlp.down_proj", s.feedForwardBias);
    d.layers.push_back(std::move(layer));
  }
  RopeDefaults rope = s.rope;
  rope.positions = s.sizes.positions;
  d.rotaries.push_back(rotaryPart(c, d.layers.front().attention.dHead, rope));
  d.finalNorm = normOf(s, prefix + "norm", epsilon);
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", s.tied));
  return d;
}

std::vector<bool> windowedLayers(const Config& config, int layers, const std::function<bool(int)>& otherwise) {
  std::vector<bool> out(static_cast<std::size_t>(layers));
  const auto types = config.texts("layer_types");
  if (!types.empty() && types.size() != out.size())
    throw Error(config.where("layer_types") + ": expected " + std::to_string(layers) + " layers, found " +
                std::to_string(types.size()));
  for (int i = 0; i < layers; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (types.empty()) {
      out[at] = otherwise(i);
      continue;
    }
    if (types[at] != "full_attention" && types[at] != "sliding_attention")
      throw Error(config.where("layer_types") + ": unsupported '" + types[at] +
                  "'; supported: full_attention, sliding_attention");
    out[at] = types[at] == "sliding_attention";
  }
  return out;
}

}  // namespace headlight
