#include "core/model/families/decoder_layers.h"

#include <cmath>

#include "core/base/error.h"

namespace headlight {
namespace {

NormSpec normOf(const DecoderSwitches& s, const std::string& name, double epsilon) {
  NormSpec norm = s.norm == NormKind::RmsNorm ? rmsNorm(name, epsilon) : layerNorm(name, epsilon, s.normBias);
  if (!s.normGain) norm.weight.clear();
  norm.gainOffset = s.gainOffset;
  return norm;
}

/// The norm `name` of the layer `at`, or none.
NormSpec layerNormOf(const DecoderSwitches& s, const std::string& at, const std::string& name, double epsilon) {
  return name.empty() ? NormSpec{} : normOf(s, at + name, epsilon);
}

LinearSpec layerMap(const std::string& at, const std::string& name, bool bias) {
  return name.empty() ? LinearSpec{} : linearPart(at + name, bias);
}

AttentionSpec attentionOf(const Config& c, const DecoderSwitches& s, const std::string& layer, Index width,
                          double epsilon) {
  const std::string prefix = layer + "self_attn.";
  AttentionSpec a;
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
    a.queryNorm = normOf(s, layer + s.names.queryNorm, epsilon);
    a.keyNorm = normOf(s, layer + s.names.keyNorm, epsilon);
    a.normSpan = s.normSpan;
  }
  return a;
}

}  // namespace

Architecture decoderDescription(const FamilyInput& in, const DecoderSwitches& s) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("model.");
  const double epsilon = epsilonOf(c, s.epsilonKey, s.epsilon);
  Architecture d;
  d.width = c.size("hidden_size", s.sizes.width);
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", s.sizes.positions);
  d.padId = padIdOf(c, s.padId);
  d.embedding.tokens = prefix + "embed_tokens.weight";
  d.embedding.width = d.width;
  const int layers = layerCount(c, "num_hidden_layers", s.sizes.layers);
  const Index window = s.windowed.empty() ? 0 : c.size("sliding_window", s.window);
  for (int i = 0; i < layers; ++i) {
    const std::string at = prefix + "layers." + std::to_string(i) + ".";
    LayerSpec layer;
    layer.attention = attentionOf(c, s, at, d.width, epsilon);
    if (!s.windowed.empty() && s.windowed[static_cast<std::size_t>(i)]) layer.attention.window = window;
    layer.attentionNorms.before = layerNormOf(s, at, s.names.attentionNorm, epsilon);
    layer.attentionNorms.inside = layerNormOf(s, at, s.names.attentionInside, epsilon);
    layer.parallel = s.parallel;
    if (!s.parallel) layer.feedForwardNorms.before = layerNormOf(s, at, s.names.feedForwardNorm, epsilon);
    layer.feedForwardNorms.inside = layerNormOf(s, at, s.names.feedForwardInside, epsilon);
    FeedForwardSpec& f = layer.feedForward;
    f.inner = c.size("intermediate_size", s.sizes.inner);
    const std::string activation = c.text("hidden_act", s.activation), own = at + "mlp.act_fn.";
    f.activation = Activation::Identity;
    if (activation == "xielu")
      f.xielu = XieluSpec{own + "alpha_p", own + "alpha_n", own + "beta", own + "eps", s.activation != "xielu"};
    else
      f.activation = activationOf(activation, c.where("hidden_act"));
    f.gateIn = layerMap(at, s.names.gateIn, s.feedForwardBias);
    if (!f.gateIn) {
      f.gate = layerMap(at, s.names.gate, s.feedForwardBias);
      f.in = layerMap(at, s.names.in, s.feedForwardBias);
    }
    f.output = layerMap(at, s.names.output, s.feedForwardBias);
    d.layers.push_back(std::move(layer));
  }
  RopeDefaults rope = s.rope;
  rope.positions = s.sizes.positions;
  d.rotaries.push_back(rotaryPart(c, d.layers.front().attention.dHead, rope));
  d.finalNorm = normOf(s, prefix + "norm", epsilon);
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", s.tied));
  return d;
}

bool hasWindow(const Config& config, bool byDefault) {
  return config.has("sliding_window") || (byDefault && !config.declares("sliding_window"));
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
