#include "core/model/families/all.h"
#include "core/model/families/gpt_layers.h"

namespace headlight {
namespace {

/// Li et al. 2023, "StarCoder", and SantaCoder: GPT-2 with one head of keys and values.
Architecture describeGptBigCode(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("transformer.");
  GptSizes s = gptSizes(c);
  s.activation = "gelu_pytorch_tanh";
  Architecture d = gptDescription(in, prefix, s, c.size("n_positions", 1024));
  const bool oneKey = c.flag("multi_query", true);
  for (int i = 0; i < s.layers; ++i) {
    LayerSpec& layer = d.layers[static_cast<std::size_t>(i)];
    const std::string at = prefix + "h." + std::to_string(i) + ".";
    AttentionSpec& a = layer.attention;
    if (oneKey) a.kvHeads = 1;
    if (!c.flag("scale_attn_weights", true)) a.scale = 1;
    a.layout = oneKey ? QkvLayout::Parts : QkvLayout::Groups;
    a.qkv = linearPart(at + "attn.c_attn");
    a.output = linearPart(at + "attn.c_proj");
    layer.feedForwardNorms.before = layerNorm(at + "ln_2", s.epsilon);
    layer.feedForward.in = linearPart(at + "mlp.c_fc");
    layer.feedForward.output = linearPart(at + "mlp.c_proj");
  }
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", true));
  return d;
}

}  // namespace

Family gptBigCodeFamily() {
  return {"gpt_bigcode",
          {"gpt_bigcode"},
          describeGptBigCode,
          {{"num_key_value_heads"},
           {"attention_softmax_in_fp32"},
           {"scale_attention_softmax_in_fp32"},
           {"n_ctx"},
           {"inference_runner"},
           {"max_batch_size"},
           {"max_sequence_length"},
           {"pre_allocate_kv_cache"},
           {"validate_runner_input"}},
          gptAliases()};
}

}  // namespace headlight
