#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Granite (IBM 2024): Llama with a factor at four places.
Description describeGranite(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  s.feedForwardBias = c.flag("mlp_bias", false);
  Description d = decoderDescription(in, s);
  const auto factor = [&](const char* key) { return static_cast<float>(positiveOf(c, key, 1)); };
  d.embedding.scale = factor("embedding_multiplier");
  for (LayerPart& layer : d.layers) {
    layer.attention.scale = factor("attention_multiplier");
    layer.attention.output.scale = layer.feedForward.output.scale = factor("residual_multiplier");
  }
  const float divisor = factor("logits_scaling");
  if (d.head.kind == HeadKind::CausalLm) d.head.scale = 1 / divisor;
  return d;
}

}  // namespace

Family graniteFamily() { return {"granite", {"granite"}, describeGranite}; }

}  // namespace headlight
