#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// Phi-1 to Phi-2 (Gunasekar et al. 2023): one LayerNorm for both sublayers side by side, biases everywhere.
Architecture describePhi(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 2048, .inner = 8192, .layers = 24};
  s.norm = NormKind::LayerNorm;
  s.epsilonKey = "layer_norm_eps";
  s.epsilon = 1e-5;
  s.queryBias = s.outputBias = s.feedForwardBias = true;
  s.activation = "gelu_new";
  s.names = s.names.plain("mlp.fc1", "mlp.fc2");
  s.parallel = true;
  s.rope.partial = 0.5;
  s.rope.partialKey = "partial_rotary_factor";
  Architecture d = decoderDescription(in, s);
  const std::string prefix = in.prefix("model.");
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    const std::string at = prefix + "layers." + std::to_string(i) + ".";
    layer.attention.output = linearPart(at + "self_attn.dense");
    if (c.flag("qk_layernorm", false)) {
      layer.attention.queryNorm = layerNorm(at + "self_attn.q_layernorm", layer.attentionNorms.before.epsilon);
      layer.attention.keyNorm = layerNorm(at + "self_attn.k_layernorm", layer.attentionNorms.before.epsilon);
    }
  }
  d.finalNorm = layerNorm(prefix + "final_layernorm", d.finalNorm.epsilon);
  d.head = causalHead(in, "lm_head", c.flag("tie_word_embeddings", false), true);
  return d;
}

/// Phi-3 (Abdin et al. 2024): Llama with fused tensors.
Architecture describePhi3(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s;
  s.sizes = {.width = 3072, .inner = 8192, .positions = 4096};
  s.epsilon = 1e-5;
  s.padId = 32000;
  s.rope.partialKey = "partial_rotary_factor";
  s.rope.originalPositions = 4096;
  if (hasWindow(c, false))
    s.windowed.assign(static_cast<std::size_t>(layerCount(c, "num_hidden_layers", s.sizes.layers)), true);
  s.names.gateIn = "mlp.gate_up_proj";
  Architecture d = decoderDescription(in, s);
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    LayerSpec& layer = d.layers[i];
    const std::string at = in.prefix("model.") + "layers." + std::to_string(i) + ".";
    AttentionSpec& a = layer.attention;
    a.layout = QkvLayout::Parts;
    a.query = a.key = a.value = {};
    a.qkv = linearPart(at + "self_attn.qkv_proj", false);
  }
  return d;
}

}  // namespace

Family phiFamily() { return {"phi", {"phi"}, describePhi}; }
Family phi3Family() { return {"phi3", {"phi3"}, describePhi3, {{"original_max_position_embeddings"}}}; }

}  // namespace headlight
