#include "core/model/families/all.h"
#include "core/model/families/gpt_layers.h"

namespace headlight {
namespace {

/// Radford et al. 2019, "GPT-2". Weights are stored as [in, out].
Architecture describeGpt2(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  GptSizes s = gptSizes(c);
  Architecture d = gptDescription(in, prefix, s, c.size("n_positions", 1024));
  for (int i = 0; i < s.layers; ++i) {
    LayerSpec& layer = d.layers[static_cast<std::size_t>(i)];
    const std::string at = prefix + "h." + std::to_string(i) + ".";
    AttentionSpec& a = layer.attention;
    if (!c.flag("scale_attn_weights", true)) a.scale = 1;
    if (c.flag("scale_attn_by_inverse_layer_idx", false)) a.scale /= static_cast<float>(i + 1);
    a.layout = QkvLayout::Parts;
    a.qkv = inOutPart(at + "attn.c_attn");
    a.output = inOutPart(at + "attn.c_proj");
    layer.feedForwardNorms.before = layerNorm(at + "ln_2", s.epsilon);
    layer.feedForward.in = inOutPart(at + "mlp.c_fc");
    layer.feedForward.output = inOutPart(at + "mlp.c_proj");
  }
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family gpt2Family() {
  return {"gpt2", {"gpt2"}, describeGpt2, {{"n_ctx"}, {"reorder_and_upcast_attn"}, {"predict_special_tokens"}},
          gptAliases()};
}

}  // namespace headlight
