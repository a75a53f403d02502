#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// What all Gemmas share: embeddings times √width, gains of 1 + weight, tied output, the tanh form of GELU.
Architecture common(const FamilyInput& in, DecoderSwitches s, std::string_view activationKey) {
  const Config& c = in.config;
  s.gainOffset = 1;
  s.tied = true;
  s.dHead = 256;
  s.padId = 0;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  Architecture d = decoderDescription(in, s);
  d.embedding.scale = std::sqrt(static_cast<float>(d.width));
  // Gemma 1 was released with hidden_act "gelu" and trained with the tanh form, which is what runs it.
  std::string act = c.text(activationKey, "gelu_pytorch_tanh");
  if (activationKey == "hidden_act" && act == "gelu") act = "gelu_pytorch_tanh";
  for (LayerSpec& layer : d.layers) layer.feedForward.activation = activationOf(act, c.where(activationKey));
  return d;
}

/// The names of the four norms in a layer from Gemma 2 on.
DecoderNames fourNorms() {
  DecoderNames names;
  names.attentionInside = "post_attention_layernorm";
  names.feedForwardNorm = "pre_feedforward_layernorm";
  names.feedForwardInside = "post_feedforward_layernorm";
  return names;
}

/// From Gemma 2 on: four norms in a layer, an own scale, soft caps.
Architecture later(const FamilyInput& in, const DecoderSwitches& s, double headCap) {
  const Config& c = in.config;
  Architecture d = common(in, s, "hidden_activation");
  const double scalar = positiveOf(c, "query_pre_attn_scalar", 256);
  for (LayerSpec& layer : d.layers) layer.attention.scale = static_cast<float>(1 / std::sqrt(scalar));
  const auto outputCap = static_cast<float>(c.number("final_logit_softcapping", headCap));
  if (d.head.kind == OutputHeadKind::CausalLm) d.head.softCap = outputCap;
  return d;
}

Architecture describe1(const FamilyInput& in) {
  DecoderSwitches s;
  s.sizes = {.width = 3072, .inner = 24576, .layers = 28, .heads = 16, .kvHeads = 16, .positions = 8192};
  return common(in, s, "hidden_act");
}

/// Gemma 2: every second layer, from the first, sees a window only.
Architecture describeGemma2(const FamilyInput& in, const DecoderNames& names) {
  DecoderSwitches s;
  s.names = names;
  s.sizes = {.width = 2304, .inner = 9216, .layers = 26, .heads = 8, .kvHeads = 4, .positions = 8192};
  s.window = 4096;
  s.windowed =
      windowedLayers(in.config, layerCount(in.config, "num_hidden_layers", 26), [](int i) { return i % 2 == 0; });
  const auto cap = [&](const char* key, double value) {
    return in.config.has(key) || !in.config.declares(key) ? value : 0;
  };
  Architecture d = later(in, s, cap("final_logit_softcapping", 30));
  const double scoreCap = in.config.number("attn_logit_softcapping", cap("attn_logit_softcapping", 50));
  for (LayerSpec& layer : d.layers) layer.attention.softCap = static_cast<float>(scoreCap);
  return d;
}

/// One stack of T5Gemma, "encoder" or "decoder", which config.json has as an object.
Architecture t5GemmaStack(const FamilyInput& in, const std::string& side, OutputHeadKind head) {
  const auto config = in.config.object(side);
  if (!config) throw Error(in.config.where(side) + " is missing");
  FamilyInput inner{*config, in.checkpoint, "t5_gemma_module", head, in.architecture, in.prefix("model.") + side + "."};
  DecoderNames names = fourNorms();
  names.attentionNorm = "pre_self_attn_layernorm";
  names.attentionInside = "post_self_attn_layernorm";
  return describeGemma2(inner, names);
}

/// Zhang et al. 2025, "T5Gemma": Gemma 2's layers as an encoder and as a decoder with cross-attention.
Architecture describeT5Gemma(const FamilyInput& in) {
  Architecture encoder = t5GemmaStack(in, "encoder", OutputHeadKind::None);
  for (LayerSpec& layer : encoder.layers) layer.attention.causal = false;
  Architecture d = t5GemmaStack(in, "decoder", in.head == OutputHeadKind::CausalLm ? in.head : OutputHeadKind::None);
  if (in.head != d.head.kind) d.remarks.push_back("The head of " + in.architecture + " is not computed.");
  const std::string prefix = in.prefix("model.") + "decoder.layers.";
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    const std::string at = prefix + std::to_string(i) + ".";
    const double epsilon = layer.attentionNorms.before.epsilon;
    AttentionSpec cross = layer.attention;
    cross.causal = false;
    cross.window = 0;
    cross.rotary = -1;
    for (LinearSpec* map : {&cross.query, &cross.key, &cross.value, &cross.output}) {
      const auto self = map->weight.find(".self_attn.");
      map->weight.replace(self, 11, ".cross_attn.");
      if (!map->bias.empty()) map->bias.replace(self, 11, ".cross_attn.");
    }
    layer.cross = cross;
    layer.crossNorms.before = rmsNorm(at + "pre_cross_attn_layernorm", epsilon, 1);
    layer.crossNorms.inside = rmsNorm(at + "post_cross_attn_layernorm", epsilon, 1);
  }
  d.encoder = std::make_shared<const Architecture>(std::move(encoder));
  if (d.head.kind == OutputHeadKind::CausalLm) d.head.output = linearPart("lm_head.out_proj", false);
  return d;
}

/// The text model of Gemma 3: norms on queries and keys, two rotary bases, a global layer after every few with a
/// window; in models that embed texts no layer is causal.
Architecture describeGemma3Text(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 2304, .inner = 9216, .layers = 26, .heads = 8, .kvHeads = 4, .positions = 131072};
  s.names = fourNorms();
  s.window = 4096;
  s.headNorms = true;
  const RopeDefaults global{.theta = 1e6, .positions = s.sizes.positions};
  const RopeDefaults local{.positions = s.sizes.positions, .thetaKey = "rope_local_base_freq"};
  const Index pattern = c.size("sliding_window_pattern", c.size("_sliding_window_pattern", 6));
  s.windowed =
      windowedLayers(c, layerCount(c, "num_hidden_layers", 26), [&](int i) { return (i + 1) % pattern != 0; });
  Architecture d = later(in, s, 0);
  const Index dHead = d.layers.front().attention.dHead;
  d.rotaries = {rotaryPart(c, dHead, global, "full_attention", true),
                rotaryPart(c, dHead, local, "sliding_attention", false)};
  const bool bothWays = c.flag("use_bidirectional_attention", false);
  for (LayerSpec& layer : d.layers) {
    AttentionSpec& a = layer.attention;
    a.rotary = a.window > 0 ? 1 : 0;
    if (!bothWays) continue;
    a.causal = false;
    a.window /= 2;  // The window's tokens lie to both sides.
  }
  return d;
}

/// Gemma 3, with its vision tower where the files hold one.
Architecture describeGemma3(const FamilyInput& in) {
  const std::optional<Config> text = in.config.object("text_config");
  if (!text) return describeGemma3Text(in);
  FamilyInput inner{*text, in.checkpoint, "gemma3_text", in.head, in.architecture, {}};
  for (const char* stem : {"model.language_model.", "language_model."})
    if (inner.stem.empty() && in.checkpoint.hasPrefix(stem)) inner.stem = stem;
  Architecture d = describeGemma3Text(inner);
  bool sees = false;
  for (const char* tower : {"model.vision_tower.", "vision_tower."})
    for (const char* inside : {"", "vision_model."})
      sees = sees || in.checkpoint.has(std::string(tower) + inside + "embeddings.patch_embedding.weight");
  if (in.config.has("vision_config") && in.head == OutputHeadKind::CausalLm && sees)
    addGemma3Tower(in, d);
  else
    d.remarks.emplace_back("Of this Gemma 3 only the text model is read; its vision part is left out.");
  return d;
}

const std::vector<UnreadKey> kGemma3{{"vision_config"},     {"mm_tokens_per_image"}, {"boi_token_index"},
                                     {"eoi_token_index"},   {"image_token_index"},
                                     {"attn_logit_softcapping", {"null"}}};  // The library leaves it aside.
const std::vector<UnreadKey> kCausal{{"use_bidirectional_attention", {"false"}}, {"hidden_activation"}, {"hidden_act"}};

}  // namespace

Family gemmaFamily() { return {"gemma", {"gemma"}, describe1, kCausal}; }
Family gemma2Family() {
  return {"gemma2", {"gemma2"}, [](const FamilyInput& in) { return describeGemma2(in, fourNorms()); }, kCausal};
}
Family t5GemmaFamily() {
  return {"t5gemma",
          {"t5gemma"},
          describeT5Gemma,
          {{"dropout_rate"}, {"classifier_dropout_rate"}, {"use_bidirectional_attention", {"false"}}, {"hidden_act"}}};
}
Family gemma3Family() { return {"gemma3", {"gemma3_text", "gemma3"}, describeGemma3, kGemma3}; }

}  // namespace headlight
