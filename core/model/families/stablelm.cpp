#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// StableLM (Bellagente et al. 2024): Llama with LayerNorm and rotary positions on a part of each head.
Architecture describeStablelm(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 2560, .inner = 6912, .kvHeads = 32, .positions = 4096};
  s.norm = NormKind::LayerNorm;
  s.epsilonKey = "layer_norm_eps";
  s.epsilon = 1e-5;
  s.queryBias = c.flag("use_qkv_bias", false);
  s.rope.partial = 0.25;
  s.rope.partialKey = "partial_rotary_factor";
  s.parallel = c.flag("use_parallel_residual", false);
  return decoderDescription(in, s);
}

}  // namespace

Family stablelmFamily() {
  return {"stablelm", {"stablelm"}, describeStablelm, {{"qk_layernorm", {"false"}}}};
}

}  // namespace headlight
