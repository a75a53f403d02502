#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Nemotron-4 and Minitron (NVIDIA 2024): LayerNorm with gains of 1 + weight, relu² without a gate.
Architecture describeNemotron(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 6144, .inner = 24576, .heads = 48, .positions = 4096};
  s.norm = NormKind::LayerNorm;
  s.epsilonKey = "norm_eps";
  s.epsilon = 1e-5;
  s.gainOffset = 1;
  s.activation = "relu2";
  s.names = s.names.plain();
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  s.feedForwardBias = c.flag("mlp_bias", false);
  s.rope.partial = 0.5;
  s.rope.partialKey = "partial_rotary_factor";
  return decoderDescription(in, s);
}

}  // namespace

Family nemotronFamily() { return {"nemotron", {"nemotron"}, describeNemotron}; }

}  // namespace headlight
