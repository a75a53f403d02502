#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// SmolLM3 (Hugging Face 2025): Llama in which some layers do not rotate.
Architecture describeSmolLm3(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 2048, .layers = 36, .heads = 16, .kvHeads = 4, .positions = 32768};
  s.tied = true;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  s.feedForwardBias = c.flag("mlp_bias", false);
  s.rope.theta = 2e6;
  const int layers = layerCount(c, "num_hidden_layers", s.sizes.layers);
  std::vector<std::int64_t> rotates = c.integers("no_rope_layers");
  if (!c.has("no_rope_layers")) {
    const Index every = c.size("no_rope_layer_interval", 4);
    for (int i = 0; i < layers; ++i) rotates.push_back((i + 1) % every != 0);
  }
  if (rotates.size() != static_cast<std::size_t>(layers))
    throw Error(c.where("no_rope_layers") + ": expected " + std::to_string(layers) + " numbers, found " +
                std::to_string(rotates.size()));
  const bool windows = c.flag("use_sliding_window", false) && hasWindow(c, false);
  const auto windowed =
      windowedLayers(c, layers, [&](int i) { return windows && rotates[static_cast<std::size_t>(i)] == 0; });
  if (windows) s.windowed = windowed;
  Architecture d = decoderDescription(in, s);
  for (std::size_t i = 0; i < d.layers.size(); ++i)
    if (rotates[i] == 0) d.layers[i].attention.rotary = -1;
  return d;
}

}  // namespace

Family smolLm3Family() {
  return {"smollm3",
          {"smollm3"},
          describeSmolLm3,
          {{"no_rope_layer_interval"}, {"sliding_window"}, {"pretraining_tp"}, {"max_window_layers"}}};
}

}  // namespace headlight
