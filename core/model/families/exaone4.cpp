#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// EXAONE 4 (LG AI Research 2025): norms of what the sublayers give; where there are windows, only layers with one
/// rotate.
Architecture describeExaone4(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.inner = 16384, .kvHeads = 32};
  s.epsilon = 1e-5;
  s.names = DecoderNames::normsInside();
  s.headNorms = true;
  s.window = 4096;
  const bool windows = hasWindow(c);
  const Index pattern = c.has("layer_types") || !windows ? 1 : c.size("sliding_window_pattern", 4);
  const auto windowed = windowedLayers(c, layerCount(c, "num_hidden_layers", s.sizes.layers),
                                       [&](int i) { return windows && (i + 1) % pattern != 0; });
  if (windows) s.windowed = windowed;
  Architecture d = decoderDescription(in, s);
  for (LayerSpec& layer : d.layers)
    if (windows && layer.attention.window == 0) layer.attention.rotary = -1;
  return d;
}

}  // namespace

Family exaone4Family() { return {"exaone4", {"exaone4"}, describeExaone4, {{"sliding_window_pattern"}}}; }

}  // namespace headlight
