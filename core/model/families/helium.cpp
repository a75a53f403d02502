#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Helium (Kyutai 2025): Llama that turns neighbours together.
Architecture describeHelium(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 2560, .inner = 7040, .layers = 24, .heads = 20, .kvHeads = 20, .positions = 4096};
  s.epsilon = 1e-8;
  s.dHead = 128;
  s.padId = 3;
  s.rope.theta = 100000;
  s.rope.interleaved = true;
  s.queryBias = c.flag("attention_bias", false);
  s.feedForwardBias = c.flag("mlp_bias", false);
  return decoderDescription(in, s);
}

}  // namespace

Family heliumFamily() { return {"helium", {"helium"}, describeHelium}; }

}  // namespace headlight
