#include <algorithm>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

const DecoderSizes kSizes{.inner = 22016, .kvHeads = 32, .positions = 32768};

/// Which layers see the window only: those from max_window_layers on, if the window is used at all.
std::vector<bool> windowed(const Config& c) {
  const bool used = c.flag("use_sliding_window", false) && hasWindow(c);
  const std::int64_t first = c.integer("max_window_layers", 28);
  const auto layers =
      windowedLayers(c, layerCount(c, "num_hidden_layers", 32), [&](int i) { return used && i >= first; });
  if (!used && std::find(layers.begin(), layers.end(), true) != layers.end())
    throw Error(c.where("layer_types") +
                ": expected full_attention where use_sliding_window is false, found sliding_attention");
  return layers;
}

/// Qwen2: Llama with biases on query, key and value.
Architecture describeQwen2(const FamilyInput& in) {
  DecoderSwitches s;
  s.sizes = kSizes;
  s.queryBias = true;
  s.window = 4096;
  s.windowed = windowed(in.config);
  return decoderDescription(in, s);
}

/// Qwen3: Llama with norms on each head's queries and keys.
Architecture describeQwen3(const FamilyInput& in) {
  DecoderSwitches s;
  s.sizes = kSizes;
  s.queryBias = s.outputBias = in.config.flag("attention_bias", false);
  s.headNorms = true;
  s.dHead = 128;
  s.window = 4096;
  s.windowed = windowed(in.config);
  return decoderDescription(in, s);
}

const std::vector<UnreadKey> kUnread{{"use_mrope", {"false"}}};

}  // namespace

Family qwen2Family() { return {"qwen2", {"qwen2"}, describeQwen2, kUnread}; }
Family qwen3Family() { return {"qwen3", {"qwen3"}, describeQwen3, kUnread}; }

}  // namespace headlight
