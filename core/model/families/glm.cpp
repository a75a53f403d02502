#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// What GLM-4 models share: half of each head turns, neighbours together; biases of queries, keys and values alone.
DecoderSwitches glmSwitches(const Config& c) {
  DecoderSwitches s;
  s.sizes = {.inner = 13696, .layers = 40, .kvHeads = 2, .positions = 131072};
  s.epsilon = 1.5625e-7;
  s.dHead = 128;
  s.padId = 151329;
  s.queryBias = c.flag("attention_bias", true);
  s.rope.partial = 0.5;
  s.rope.partialKey = "partial_rotary_factor";
  s.rope.interleaved = true;
  s.names.gateIn = "mlp.gate_up_proj";
  return s;
}

/// GLM-4 9B (GLM team 2024).
Architecture describeGlm(const FamilyInput& in) { return decoderDescription(in, glmSwitches(in.config)); }

/// GLM-4 0414 (GLM team 2025): with norms of what the sublayers give.
Architecture describeGlm4(const FamilyInput& in) {
  DecoderSwitches s = glmSwitches(in.config);
  s.names.attentionInside = "post_self_attn_layernorm";
  s.names.feedForwardInside = "post_mlp_layernorm";
  return decoderDescription(in, s);
}

}  // namespace

Family glmFamily() { return {"glm", {"glm"}, describeGlm}; }
Family glm4Family() { return {"glm4", {"glm4"}, describeGlm4}; }

}  // namespace headlight
