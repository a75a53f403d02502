#include "core/model/families/all.h"
#include "core/model/families/gpt_layers.h"

namespace headlight {
namespace {

/// Radford et al. 2018, the first GPT: norms behind the sums, none at the end.
Architecture describeOpenAiGpt(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  GptSizes s = gptSizes(c);
  s.activationKey = "afn";
  s.inner = 4 * s.width;  // The library leaves n_inner aside.
  Architecture d = gptDescription(in, prefix, s, c.size("n_positions", 512));
  d.embedding.tokens = prefix + "tokens_embed.weight";
  d.embedding.positions->table = prefix + "positions_embed.weight";
  for (int i = 0; i < s.layers; ++i) {
    LayerSpec& layer = d.layers[static_cast<std::size_t>(i)];
    const std::string at = prefix + "h." + std::to_string(i) + ".";
    layer.attention.layout = QkvLayout::Parts;
    layer.attention.qkv = inOutPart(at + "attn.c_attn");
    layer.attention.output = inOutPart(at + "attn.c_proj");
    layer.attentionNorms = {{}, {}, layerNorm(at + "ln_1", s.epsilon)};
    layer.feedForwardNorms = {{}, {}, layerNorm(at + "ln_2", s.epsilon)};
    layer.feedForward.in = inOutPart(at + "mlp.c_fc");
    layer.feedForward.output = inOutPart(at + "mlp.c_proj");
    // Its "gelu" is the tanh form.
    if (c.text("afn", "gelu") == "gelu") layer.feedForward.activation = Activation::GeluTanh;
  }
  d.finalNorm = {};
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family openAiGptFamily() {
  return {"openai-gpt", {"openai-gpt"}, describeOpenAiGpt, {{"n_ctx"}, {"n_special"}, {"predict_special_tokens"}},
          gptAliases()};
}

}  // namespace headlight
