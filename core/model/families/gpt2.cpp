#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/gpt_layers.h"

namespace headlight {

// Weights are stored as [in, out].
Architecture gpt2Description(const FamilyInput& in) {
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
    if (!c.flag("add_cross_attention", false)) continue;
    AttentionSpec& cross = layer.cross.emplace(a);
    cross.causal = false;
    cross.query = inOutPart(at + "crossattention.q_attn");
    cross.qkv = inOutPart(at + "crossattention.c_attn");
    cross.output = inOutPart(at + "crossattention.c_proj");
    layer.crossNorms.before = layerNorm(at + "ln_cross_attn", s.epsilon);
  }
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

Family gpt2Family() {
  return {
      "gpt2",
      {"gpt2"},
      [](const FamilyInput& in) {
        if (in.config.flag("add_cross_attention", false))
          throw Error(in.config.where("add_cross_attention") + ": expected false, found true, which is unsupported");
        return gpt2Description(in);
      },
      {{"n_ctx"}, {"reorder_and_upcast_attn"}, {"predict_special_tokens"}},
      gptAliases()};
}

}  // namespace headlight
