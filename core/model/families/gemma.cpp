#include <cmath>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// What all Gemmas share: embeddings times √width, gains of 1 + weight, tied output, the tanh form of GELU.
Description common(const FamilyInput& in, DecoderSwitches s) {
  const Config& c = in.config;
  s.gainOffset = 1;
  s.tied = true;
  s.dHead = 256;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  Description d = decoderDescription(in, s);
  d.embedding.scale = std::sqrt(static_cast<float>(d.width));
  // Gemma 1 was released with hidden_act "gelu" and trained with the tanh form, which is what runs it.
  const std::string act = c.text("hidden_activation", "gelu_pytorch_tanh");
  for (LayerPart& layer : d.layers) layer.feedForward.activation = activationOf(act, c.where("hidden_activation"));
  return d;
}

/// From Gemma 2 on: four norms in a layer, an own scale, soft caps.
Description later(const FamilyInput& in, const DecoderSwitches& s, double cap, double headCap) {
  const Config& c = in.config;
  Description d = common(in, s);
  const double scalar = c.number("query_pre_attn_scalar", 256);
  if (!(scalar > 0)) throw Error(c.where("query_pre_attn_scalar") + ": expected a positive number");
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerPart& layer = d.layers[i];
    const std::string at = in.prefix("model.") + "layers." + std::to_string(i) + ".";
    const double epsilon = layer.attentionNorms.before.epsilon;
    layer.attention.scale = static_cast<float>(1 / std::sqrt(scalar));
    layer.attention.softCap = static_cast<float>(c.number("attn_logit_softcapping", cap));
    layer.attentionNorms.inside = rmsNorm(at + "post_attention_layernorm", epsilon, 1);
    layer.feedForwardNorms.before = rmsNorm(at + "pre_feedforward_layernorm", epsilon, 1);
    layer.feedForwardNorms.inside = rmsNorm(at + "post_feedforward_layernorm", epsilon, 1);
  }
  if (d.head.kind == HeadKind::CausalLm)
    d.head.softCap = static_cast<float>(c.number("final_logit_softcapping", headCap));
  return d;
}

Description describe1(const FamilyInput& in) { return common(in, {}); }

/// Gemma 2: every second layer, from the first, sees a window only.
Description describeGemma2(const FamilyInput& in) {
  DecoderSwitches s;
  s.window = 4096;
  const auto layers =
      windowedLayers(in.config, layerCount(in.config, "num_hidden_layers", 26), [](int i) { return i % 2 == 0; });
  s.windowed = [layers](int i) { return layers[static_cast<std::size_t>(i)]; };
  const auto cap = [&](const char* key, double value) {
    return in.config.has(key) || !in.config.declares(key) ? value : 0;
  };
  return later(in, s, cap("attn_logit_softcapping", 50), cap("final_logit_softcapping", 30));
}

/// Gemma 3 (text): norms on queries and keys, two rotary bases, a global layer after every few with a window.
Description describeGemma3(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.window = 4096;
  s.headNorms = true;
  s.rope.theta = 1e6;
  const Index pattern = c.size("sliding_window_pattern", c.size("_sliding_window_pattern", 6));
  const auto layers =
      windowedLayers(c, layerCount(c, "num_hidden_layers", 26), [&](int i) { return (i + 1) % pattern != 0; });
  s.windowed = [layers](int i) { return layers[static_cast<std::size_t>(i)]; };
  Description d = later(in, s, 0, 0);
  const Index dHead = d.layers.front().attention.dHead;
  d.rotaries[0] = rotaryPart(c, dHead, s.rope, "full_attention");
  RopeDefaults local;
  local.theta = 10000;
  RotaryPart second = rotaryPart(c, dHead, local, "sliding_attention");
  if (!c.has("rope_parameters")) {
    second.theta = c.number("rope_local_base_freq", 10000);
    second.scaling = {};
  }
  d.rotaries.push_back(second);
  for (LayerPart& layer : d.layers) layer.attention.rotary = layer.attention.window > 0 ? 1 : 0;
  return d;
}

}  // namespace

Family gemmaFamily() { return {"gemma", {"gemma"}, describe1}; }
Family gemma2Family() { return {"gemma2", {"gemma2"}, describeGemma2}; }
Family gemma3Family() { return {"gemma3_text", {"gemma3_text"}, describeGemma3}; }

}  // namespace headlight
