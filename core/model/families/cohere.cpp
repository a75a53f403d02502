#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

/// What Command R and its successors share: one LayerNorm without a bias for both sublayers side by side, rotation of
/// neighbours, a factor on the logits.
DecoderSwitches cohereSwitches(const Config& c) {
  DecoderSwitches s;
  s.sizes = {.width = 8192, .inner = 22528, .layers = 40, .heads = 64, .positions = 8192};
  s.norm = NormKind::LayerNorm;
  s.normBias = false;
  s.epsilonKey = "layer_norm_eps";
  s.epsilon = 1e-5;
  s.parallel = s.tied = true;
  s.padId = 0;
  s.rope.interleaved = true;
  s.queryBias = s.outputBias = c.flag("attention_bias", false);
  return s;
}

void scaleLogits(const Config& c, Architecture& d) {
  const auto scale = static_cast<float>(positiveOf(c, "logit_scale", 0.0625));
  if (d.head.kind == OutputHeadKind::CausalLm) d.head.scale = scale;
}

/// Command R (Cohere 2024).
Architecture describeCohere(const FamilyInput& in) {
  DecoderSwitches s = cohereSwitches(in.config);
  s.rope.theta = 500000;
  s.headNorms = in.config.flag("use_qk_norm", false);
  s.normSpan = NormSpan::HeadWithOwnGains;
  Architecture d = decoderDescription(in, s);
  scaleLogits(in.config, d);
  return d;
}

/// Command R7B and A (Cohere 2025): three layers with a window, which rotate, then one that sees all keys and does not.
Architecture describeCohere2(const FamilyInput& in) {
  const Config& c = in.config;
  DecoderSwitches s = cohereSwitches(c);
  s.window = 4096;
  const Index pattern = c.size("sliding_window_pattern", 4);
  const auto windowed = windowedLayers(c, layerCount(c, "num_hidden_layers", s.sizes.layers),
                                       [&](int i) { return (i + 1) % pattern != 0; });
  if (hasWindow(c)) s.windowed = windowed;
  Architecture d = decoderDescription(in, s);
  for (LayerSpec& layer : d.layers)
    if (layer.attention.window == 0) layer.attention.rotary = -1;
  scaleLogits(c, d);
  return d;
}

}  // namespace

Family cohereFamily() { return {"cohere", {"cohere"}, describeCohere}; }
Family cohere2Family() {
  return {"cohere2",
          {"cohere2"},
          describeCohere2,
          {{"sliding_window"},
           {"layer_switch"},
           {"order_of_interleaved_layers"},
           {"position_embedding_type", {R"("rope_gptj")"}},
           {"rotary_pct", {"1.0", "1"}},
           {"use_embedding_sharing"},
           {"use_gated_activation", {"true"}},
           {"use_parallel_block", {"true"}},
           {"use_parallel_embedding"},
           {"use_qk_norm", {"false"}}}};
}

}  // namespace headlight
