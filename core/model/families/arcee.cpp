#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// AFM (Arcee AI 2025): Llama with relu² and no gate.
Architecture describeArcee(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 2560, .inner = 18432, .positions = 4096};
  s.epsilon = 1e-5;
  s.activation = "relu2";
  s.names = s.names.plain();
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  s.feedForwardBias = c.flag("mlp_bias", false);
  return decoderDescription(in, s);
}

}  // namespace

Family arceeFamily() { return {"arcee", {"arcee"}, describeArcee}; }

}  // namespace headlight
