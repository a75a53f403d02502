#include <cmath>
#include <string>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// What all Gemmas share: embeddings times √width, gains of 1 + weight, tied output, the tanh form of GELU.
Description common(const FamilyInput& in, DecoderSwitches s, std::string_view activationKey) {
  const Config& c = in.config;
  s.gainOffset = 1;
  s.tied = true;
  s.dHead = 256;
  s.padId = 0;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  Description d = decoderDescription(in, s);
  d.embedding.scale = std::sqrt(static_cast<float>(d.width));
  // Gemma 1 was released with hidden_act "gelu" and trained with the tanh form, which is what runs it.
  std::string act = c.text(activationKey, "gelu_pytorch_tanh");
  if (activationKey == "hidden_act" && act == "gelu") act = "gelu_pytorch_tanh";
  for (LayerPart& layer : d.layers) layer.feedForward.activation = activationOf(act, c.where(activationKey));
  return d;
}

/// From Gemma 2 on: four norms in a layer, an own scale, soft caps.
Description later(const FamilyInput& in, const DecoderSwitches& s, double cap, double headCap) {
  const Config& c = in.config;
  Description d = common(in, s, "hidden_activation");
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
  const auto outputCap = static_cast<float>(c.number("final_logit_softcapping", headCap));
  if (d.head.kind == HeadKind::CausalLm) d.head.softCap = outputCap;
  return d;
}

Description describe1(const FamilyInput& in) {
  DecoderSwitches s;
  s.sizes = {.width = 3072, .inner = 24576, .layers = 28, .heads = 16, .kvHeads = 16, .positions = 8192};
  return common(in, s, "hidden_act");
}

/// Gemma 2: every second layer, from the first, sees a window only.
Description describeGemma2(const FamilyInput& in) {
  DecoderSwitches s;
  s.sizes = {.width = 2304, .inner = 9216, .layers = 26, .heads = 8, .kvHeads = 4, .positions = 8192};
  s.window = 4096;
  const auto layers =
      windowedLayers(in.config, layerCount(in.config, "num_hidden_layers", 26), [](int i) { return i % 2 == 0; });
  s.windowed = [layers](int i) { return layers[static_cast<std::size_t>(i)]; };
  const auto cap = [&](const char* key, double value) {
    return in.config.has(key) || !in.config.declares(key) ? value : 0;
  };
  return later(in, s, cap("attn_logit_softcapping", 50), cap("final_logit_softcapping", 30));
}

/// The text model of Gemma 3: norms on queries and keys, two rotary bases, a global layer after every few with a
/// window; in models that embed texts no layer is causal.
Description describeGemma3Text(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 2304, .inner = 9216, .layers = 26, .heads = 8, .kvHeads = 4, .positions = 131072};
  s.window = 4096;
  s.headNorms = true;
  const RopeDefaults global{.theta = 1e6, .positions = s.sizes.positions};
  const RopeDefaults local{.positions = s.sizes.positions, .thetaKey = "rope_local_base_freq"};
  const Index pattern = c.size("sliding_window_pattern", c.size("_sliding_window_pattern", 6));
  const auto layers =
      windowedLayers(c, layerCount(c, "num_hidden_layers", 26), [&](int i) { return (i + 1) % pattern != 0; });
  s.windowed = [layers](int i) { return layers[static_cast<std::size_t>(i)]; };
  Description d = later(in, s, 0, 0);
  const Index dHead = d.layers.front().attention.dHead;
  d.rotaries = {rotaryPart(c, dHead, global, "full_attention", true),
                rotaryPart(c, dHead, local, "sliding_attention", false)};
  const bool bothWays = c.flag("use_bidirectional_attention", false);
  for (LayerPart& layer : d.layers) {
    AttentionPart& a = layer.attention;
    a.rotary = a.window > 0 ? 1 : 0;
    if (!bothWays) continue;
    a.causal = false;
    a.window /= 2;  // The window's tokens lie to both sides.
  }
  return d;
}

/// Gemma 3 with a vision part: its text model.
Description describeGemma3(const FamilyInput& in) {
  const std::optional<Config> text = in.config.object("text_config");
  if (!text) return describeGemma3Text(in);
  FamilyInput inner{*text, in.checkpoint, "gemma3_text", in.head, in.architecture, {}};
  for (const char* stem : {"model.language_model.", "language_model."})
    if (inner.stem.empty() && in.checkpoint.hasPrefix(stem)) inner.stem = stem;
  Description d = describeGemma3Text(inner);
  d.remarks.emplace_back("Of this Gemma 3 only the text model is read; its vision part is left out.");
  return d;
}

const std::vector<UnreadKey> kVision{{"vision_config"}, {"mm_tokens_per_image"}, {"boi_token_index"},
                                     {"eoi_token_index"}, {"image_token_index"}};
const std::vector<UnreadKey> kCausal{{"use_bidirectional_attention", {"false"}}, {"hidden_activation"}, {"hidden_act"}};

}  // namespace

Family gemmaFamily() { return {"gemma", {"gemma"}, describe1, kCausal}; }
Family gemma2Family() { return {"gemma2", {"gemma2"}, describeGemma2, kCausal}; }
Family gemma3Family() { return {"gemma3", {"gemma3_text", "gemma3"}, describeGemma3, kVision}; }

}  // namespace headlight
