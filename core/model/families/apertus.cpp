#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Apertus (Swiss AI 2025): xIELU without a gate, norms of each head's queries and keys.
Architecture describeApertus(const FamilyInput& in) {
  const Config& c = in.config;
  // Without any of these the releases of the library rotate differently.
  if (!c.declares("rope_scaling") && !c.has("rope_parameters")) throw Error(c.where("rope_parameters") + " is missing");
  DecoderSwitches s;
  s.sizes = {.inner = 14336, .positions = 65536};
  s.epsilon = 1e-5;
  s.activation = "xielu";
  s.padId = 3;
  s.headNorms = true;
  s.names = s.names.plain();
  s.names.attentionNorm = "attention_layernorm";
  s.names.feedForwardNorm = "feedforward_layernorm";
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  s.feedForwardBias = c.flag("mlp_bias", false);
  s.rope.theta = 1.2e7;
  return decoderDescription(in, s);
}

}  // namespace

Family apertusFamily() {
  return {"apertus", {"apertus"}, describeApertus, {{"qk_norm", {"true"}}, {"post_norm", {"false"}}}};
}

}  // namespace headlight
