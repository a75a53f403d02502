#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Jiang et al. 2023, "Mistral 7B": Llama with a sliding window, unless sliding_window is null; and Ministral 8B
/// (Mistral AI 2024), which has it in the layers that layer_types says.
Architecture describeMistral(const FamilyInput& in) {
  DecoderSwitches s;
  s.sizes = {.inner = 14336, .kvHeads = 8, .positions = 131072};
  s.window = 4096;
  const int layers = layerCount(in.config, "num_hidden_layers", s.sizes.layers);
  const bool windows = hasWindow(in.config);
  const auto windowed = windowedLayers(in.config, layers, [windows](int) { return windows; });
  if (windows) s.windowed = windowed;
  return decoderDescription(in, s);
}

/// Ministral 3 (Mistral AI 2025): queries grow beyond the positions of the training.
Architecture describeMinistral3(const FamilyInput& in) {
  const Config& c = in.config;
  const auto rope = c.object("rope_parameters");
  if (!rope) throw Error(c.where("rope_parameters") + " is missing");
  DecoderSwitches s;
  s.sizes = {.inner = 14336, .layers = 34, .kvHeads = 8, .positions = 262144};
  s.epsilon = 1e-5;
  s.dHead = 128;
  if (hasWindow(c, false))
    s.windowed.assign(static_cast<std::size_t>(layerCount(c, "num_hidden_layers", s.sizes.layers)), true);
  Architecture d = decoderDescription(in, s);
  const double factor = rope->number("llama_4_scaling_beta", 0);
  const double period = positiveOf(*rope, "original_max_position_embeddings", static_cast<double>(d.maxPositions));
  if (factor != 0)
    for (LayerSpec& layer : d.layers) layer.attention.queryGrowth = QueryGrowthSpec{factor, period, 0};
  return d;
}

}  // namespace

Family mistralFamily() { return {"mistral", {"mistral"}, describeMistral}; }
Family ministralFamily() { return {"ministral", {"ministral"}, describeMistral}; }
Family ministral3Family() { return {"ministral3", {"ministral3"}, describeMinistral3}; }

}  // namespace headlight
