#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Jiang et al. 2023, "Mistral 7B": Llama with a sliding window, unless sliding_window is null.
Description describeMistral(const FamilyInput& in) {
  DecoderSwitches s;
  s.sizes = {.inner = 14336, .kvHeads = 8, .positions = 131072};
  s.window = 4096;
  if (in.config.has("sliding_window") || !in.config.declares("sliding_window")) s.windowed = [](int) { return true; };
  return decoderDescription(in, s);
}

}  // namespace

Family mistralFamily() { return {"mistral", {"mistral"}, describeMistral}; }

}  // namespace headlight
