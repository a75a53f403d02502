#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/gpt_layers.h"

namespace headlight {
namespace {

/// Which layers are local: attention_types, where each pattern is repeated, else attention_layers.
std::vector<bool> localLayers(const Config& c, int layers) {
  std::vector<std::string> kinds = c.texts("attention_layers");
  if (c.has("attention_types")) kinds = c.repeatedTexts("attention_types");
  if (kinds.empty())
    for (int i = 0; i < layers; ++i) kinds.emplace_back(i % 2 == 0 ? "global" : "local");
  if (static_cast<int>(kinds.size()) != layers)
    throw Error(c.where("attention_layers") + ": expected " + std::to_string(layers) + " layers, found " +
                std::to_string(kinds.size()));
  std::vector<bool> local;
  for (const std::string& kind : kinds) {
    if (kind != "global" && kind != "local")
      throw Error(c.where("attention_layers") + ": unsupported '" + kind + "'; supported: global, local");
    local.push_back(kind == "local");
  }
  return local;
}

/// Black et al. 2021, "GPT-Neo": scores that are not scaled, every second layer with a window.
Architecture describeGptNeo(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  GptSizes s;
  s.width = c.size("hidden_size", 2048);
  s.heads = headCount(c, "num_heads", 16);
  s.layers = layerCount(c, "num_layers", 24);
  s.inner = c.size("intermediate_size", 4 * s.width);
  Architecture d = gptDescription(in, prefix, s, c.size("max_position_embeddings", 2048));
  const auto local = localLayers(c, s.layers);
  for (int i = 0; i < s.layers; ++i) {
    LayerSpec& layer = d.layers[static_cast<std::size_t>(i)];
    const std::string at = prefix + "h." + std::to_string(i) + ".";
    layer.attention.scale = 1;
    if (local[static_cast<std::size_t>(i)]) layer.attention.window = c.size("window_size", 256);
    layer.attention.query = linearPart(at + "attn.attention.q_proj", false);
    layer.attention.key = linearPart(at + "attn.attention.k_proj", false);
    layer.attention.value = linearPart(at + "attn.attention.v_proj", false);
    layer.attention.output = linearPart(at + "attn.attention.out_proj");
    layer.feedForwardNorms.before = layerNorm(at + "ln_2", s.epsilon);
    layer.feedForward.in = linearPart(at + "mlp.c_fc");
    layer.feedForward.output = linearPart(at + "mlp.c_proj");
  }
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family gptNeoFamily() {
  return {"gpt_neo",
          {"gpt_neo"},
          describeGptNeo,
          {},
          {{"num_attention_heads", "num_heads"}, {"num_hidden_layers", "num_layers"}}};
}

}  // namespace headlight
