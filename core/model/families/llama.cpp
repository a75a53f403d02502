#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Touvron et al. 2023, "LLaMA", up to Llama 3.2.
Architecture describeLlama(const FamilyInput& in) {
  DecoderSwitches s;
  s.queryBias = s.outputBias = in.config.flag("attention_bias", false);
  s.feedForwardBias = in.config.flag("mlp_bias", false);
  return decoderDescription(in, s);
}

}  // namespace

Family llamaFamily() {
  return {"llama",
          {"llama"},
          describeLlama,
          {{"pretraining_tp"}, {"is_llama_config"}, {"rope_interleaved", {"false"}}}};
}

}  // namespace headlight
