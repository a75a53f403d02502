#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Lozhkov et al. 2024, "StarCoder 2": LayerNorm, biases everywhere, a feed-forward network without a gate.
Architecture describeStarcoder2(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 3072, .inner = 12288, .layers = 30, .heads = 24, .kvHeads = 2, .positions = 4096};
  s.norm = NormKind::LayerNorm;
  s.epsilonKey = "norm_epsilon";
  s.epsilon = 1e-5;
  s.tied = true;
  s.activation = "gelu_pytorch_tanh";
  s.names = s.names.plain("mlp.c_fc", "mlp.c_proj");
  s.queryBias = s.outputBias = s.feedForwardBias = c.flag("use_bias", true);
  if (hasWindow(c, false))
    s.windowed.assign(static_cast<std::size_t>(layerCount(c, "num_hidden_layers", s.sizes.layers)), true);
  return decoderDescription(in, s);
}

}  // namespace

Family starcoder2Family() {
  return {"starcoder2",
          {"starcoder2"},
          describeStarcoder2,
          {{"activation_function"},
           {"attention_softmax_in_fp32"},
           {"layer_norm_epsilon"},
           {"mlp_type", {R"("default")"}},
           {"norm_type", {R"("layer_norm")"}},
           {"scale_attention_softmax_in_fp32"},
           {"scale_attn_weights", {"true"}}}};
}

}  // namespace headlight
