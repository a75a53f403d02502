#include <cmath>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/decoder_layers.h"

namespace headlight {
namespace {

OutputHeadSpec modernBertHead(const FamilyInput& in, Index width, double epsilon, bool normBias) {
  const Config& c = in.config;
  const HeadStep step{linearPart("head.dense", c.flag("classifier_bias", false)), width,
                      activationOf(c.text("classifier_activation", "gelu"), c.where("classifier_activation")),
                      layerNorm("head.norm", epsilon, normBias)};
  const bool mean = c.text("classifier_pooling", "cls") == "mean";
  return taskHead(in, {{OutputHeadKind::MaskedLm, {step}, linearPart("decoder", c.flag("decoder_bias", true))},
                       {OutputHeadKind::SequenceClassification,
                        {step},
                        linearPart("classifier"),
                        mean ? OutputHeadSpec::Pooling::Mean : OutputHeadSpec::Pooling::First},
                       {OutputHeadKind::TokenClassification, {step}, linearPart("classifier")}});
}

OutputHeadSpec decoderHead(const FamilyInput& in, Architecture& d, double epsilon, bool normBias) {
  const Config& c = in.config;
  OutputHeadSpec head = taskHead(
      in, {{OutputHeadKind::MaskedLm,
            {{linearPart("lm_head.dense", c.flag("classifier_bias", false)), d.width,
              activationOf(c.text("classifier_activation", "gelu"), c.where("classifier_activation")),
              layerNorm("lm_head.norm", epsilon, normBias)}},
            linearPart("decoder", c.flag("decoder_bias", true)),
            OutputHeadSpec::Pooling::EachToken,
            true}});
  if (head.kind == OutputHeadKind::MaskedLm)
    head.kind = OutputHeadKind::CausalLm;
  else if (in.head != OutputHeadKind::None)
    d.remarks.push_back("The head of " + in.architecture + " is not computed.");
  return head;
}

LayerSpec modernBertLayer(const Config& c, const std::string& at, Index width, int index, double epsilon,
                          bool windowed, bool decoder) {
  LayerSpec layer;
  AttentionSpec& a = layer.attention;
  const bool normBias = c.flag("norm_bias", false);
  a.heads = a.kvHeads = headCount(c, "num_attention_heads", 12);
  a.dHead = dividedBy(c, width, a.heads, "num_attention_heads");
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  const bool bias = c.flag("attention_bias", false);
  a.causal = decoder;
  if (decoder) {
    a.query = linearPart(at + "attn.q_proj", bias);
    a.key = linearPart(at + "attn.k_proj", bias);
    a.value = linearPart(at + "attn.v_proj", bias);
  } else {
    a.layout = QkvLayout::Parts;
    a.qkv = linearPart(at + "attn.Wqkv", bias);
  }
  a.output = linearPart(at + "attn.Wo", bias);
  a.rotary = windowed ? 1 : 0;
  const Index window = c.size("sliding_window", std::max<Index>(c.size("local_attention", 128) / 2, 1));
  if (windowed) a.window = window;
  // The embeddings are normalised, so the first layer does not do it again.
  if (index > 0) layer.attentionNorms.before = layerNorm(at + "attn_norm", epsilon, normBias);
  layer.feedForwardNorms.before = layerNorm(at + "mlp_norm", epsilon, normBias);
  FeedForwardSpec& f = layer.feedForward;
  f.inner = c.size("intermediate_size", 1152);
  f.activation = activationOf(c.text("hidden_activation", "gelu"), c.where("hidden_activation"));
  f.gateIn = linearPart(at + "mlp.Wi", c.flag("mlp_bias", false));
  f.output = linearPart(at + "mlp.Wo", c.flag("mlp_bias", false));
  return layer;
}

/// Warner et al. 2024, "ModernBERT": rotary positions, gated feed-forward, most layers with a window to both sides; and
/// its decoders (Weller et al. 2025, "Ettin").
Architecture describeModernbert(const FamilyInput& in) {
  const Config& c = in.config;
  const bool decoder = in.modelType == "modernbert-decoder";
  if (decoder) c.flag("is_decoder", true);  // It is one whatever that says.
  const std::string prefix = in.prefix("model.");
  const double epsilon = epsilonOf(c, "norm_eps", 1e-5);
  const bool normBias = c.flag("norm_bias", false);
  Architecture d;
  d.width = c.size("hidden_size", 768);
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", 8192);
  d.padId = c.integer("pad_token_id", -1);
  d.embedding.tokens = prefix + "embeddings.tok_embeddings.weight";
  d.embedding.width = d.width;
  d.embedding.norm = layerNorm(prefix + "embeddings.norm", epsilon, normBias);
  const int layers = layerCount(c, "num_hidden_layers", 22);
  const Index every = c.size("global_attn_every_n_layers", 3);
  const auto windowed = windowedLayers(c, layers, [&](int i) { return i % every != 0; });
  for (int i = 0; i < layers; ++i)
    d.layers.push_back(modernBertLayer(c, prefix + "layers." + std::to_string(i) + ".", d.width, i, epsilon,
                                       windowed[static_cast<std::size_t>(i)], decoder));
  const Index dHead = d.layers.front().attention.dHead;
  const RopeDefaults global{.theta = 160000, .thetaKey = "global_rope_theta"}, local{.thetaKey = "local_rope_theta"};
  d.rotaries.push_back(rotaryPart(c, dHead, global, "full_attention", true));
  d.rotaries.push_back(rotaryPart(c, dHead, local, "sliding_attention", true));
  d.finalNorm = layerNorm(prefix + "final_norm", epsilon, normBias);
  d.finalInHiddenStates = decoder;
  d.head = decoder ? decoderHead(in, d, epsilon, normBias) : modernBertHead(in, d.width, epsilon, normBias);
  return d;
}

}  // namespace

Family modernbertFamily() {
  return {"modernbert",
          {"modernbert", "modernbert-decoder"},
          describeModernbert,
          {{"deterministic_flash_attn"},
           {"classifier_activation"},
           {"classifier_bias"},
           {"global_attn_every_n_layers"},
           {"sparse_prediction"},
           {"sparse_pred_ignore_index"},
           {"reference_compile"},
           {"repad_logits_with_grad"},
           {"classifier_pooling"},
           {"decoder_bias"}}};
}

}  // namespace headlight
