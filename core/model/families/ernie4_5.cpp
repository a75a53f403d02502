#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// ERNIE 4.5 (Baidu 2025): Llama that turns neighbours together.
Description describeErnie45(const FamilyInput& in) {
  DecoderSwitches s;
  s.sizes = {.width = 1024, .inner = 3072, .layers = 18, .heads = 16, .kvHeads = 2, .positions = 131072};
  s.epsilon = 1e-5;
  s.dHead = 128;
  s.padId = 0;
  s.tied = true;
  s.rope.theta = 500000;
  s.rope.interleaved = true;
  s.queryBias = s.outputBias = s.feedForwardBias = in.config.flag("use_bias", false);
  return decoderDescription(in, s);
}

}  // namespace

Family ernie45Family() {
  return {"ernie4_5", {"ernie4_5"}, describeErnie45, {{"compression_ratio", {"1.0", "1"}}, {"rope_is_neox_style"}}};
}

}  // namespace headlight
