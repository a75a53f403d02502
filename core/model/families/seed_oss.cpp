#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Seed-OSS (ByteDance 2025): Llama with biases of queries, keys and values, and perhaps of the output.
Architecture describeSeedOss(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.inner = 27648, .layers = 64, .heads = 80, .kvHeads = 8, .positions = 524288};
  s.dHead = 128;
  s.padId = 1;
  s.queryBias = c.flag("attention_bias", true);
  s.outputBias = c.flag("attention_out_bias", false);
  s.feedForwardBias = c.flag("mlp_bias", false);
  return decoderDescription(in, s);
}

}  // namespace

Family seedOssFamily() { return {"seed_oss", {"seed_oss"}, describeSeedOss, {{"pretraining_tp"}}}; }

}  // namespace headlight
