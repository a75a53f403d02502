#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Groeneveld et al. 2024, "OLMo": norms without learned numbers, and cut queries, keys and values.
Description describeOlmo(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.norm = NormKind::LayerNorm;
  s.normGain = s.normBias = false;
  s.epsilon = 1e-5;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  Description d = decoderDescription(in, s);
  if (c.has("clip_qkv"))
    for (LayerPart& layer : d.layers) layer.attention.clip = static_cast<float>(positiveOf(c, "clip_qkv", 1));
  return d;
}

/// OLMo 2 (Walsh et al. 2025): norms of what the sublayers give, and of all queries and all keys together.
DecoderSwitches olmo2Switches(const Config& c) {
  DecoderSwitches s;
  s.epsilon = 1e-5;
  s.names = DecoderNames::normsInside();
  s.headNorms = true;
  s.normSpan = NormSpan::AllHeads;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  return s;
}

Description describeOlmo2(const FamilyInput& in) { return decoderDescription(in, olmo2Switches(in.config)); }

/// OLMo 3 (Ai2 2025): every fourth layer sees all keys; the others have a window, and rotate without scaling.
Description describeOlmo3(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s = olmo2Switches(c);
  s.window = 4096;
  s.windowed = windowedLayers(c, layerCount(c, "num_hidden_layers", s.sizes.layers), [](int i) { return i % 4 != 3; });
  Description d = decoderDescription(in, s);
  const RopeDefaults rope{.theta = 500000, .positions = s.sizes.positions};
  const Index dHead = d.layers.front().attention.dHead;
  d.rotaries = {rotaryPart(c, dHead, rope, "full_attention", true),
                rotaryPart(c, dHead, rope, "sliding_attention", false)};
  for (LayerPart& layer : d.layers) layer.attention.rotary = layer.attention.window > 0 ? 1 : 0;
  return d;
}

}  // namespace

Family olmoFamily() { return {"olmo", {"olmo"}, describeOlmo}; }
Family olmo2Family() { return {"olmo2", {"olmo2"}, describeOlmo2}; }
Family olmo3Family() { return {"olmo3", {"olmo3"}, describeOlmo3}; }

}  // namespace headlight
