#include <cmath>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/expert_layers.h"

namespace headlight {
namespace {

/// feed_forward_proj: an activation, or "gated-" and one ("gated-gelu" means the tanh form); is_gated_act and
/// dense_act_fn override it.
struct FeedForwardKind {
  bool gated = false;
  Activation activation = Activation::Relu;
};

FeedForwardKind feedForwardKind(const Config& c, const std::string& otherwise) {
  std::string name = c.text("feed_forward_proj", otherwise);
  const bool gated = name.starts_with("gated-");
  if (gated) name = name == "gated-gelu" ? "gelu_new" : name.substr(6);
  const char* key = c.has("dense_act_fn") ? "dense_act_fn" : "feed_forward_proj";
  return {c.flag("is_gated_act", gated), activationOf(c.text("dense_act_fn", name), c.where(key))};
}

const std::string kBias = "SelfAttention.relative_attention_bias.weight";

/// One stack, "encoder." or "decoder.".
class Stack {
 public:
  Stack(const FamilyInput& in, std::string prefix, bool decoder)
      : m_input(in),
        m_config(in.config),
        m_isMt5(in.modelType == "mt5" || in.modelType == "umt5"),
        m_ownBiases(in.modelType == "umt5"),
        m_prefix(std::move(prefix)),
        m_decoder(decoder),
        m_epsilon(epsilonOf(in.config, "layer_norm_epsilon", 1e-6)) {}

  Architecture described() const {
    Architecture d;
    d.width = m_config.size("d_model", 512);
    d.vocabulary = m_input.vocabulary();
    d.padId = m_config.integer("pad_token_id", 0);
    d.embedding.tokens = m_input.tableOf("", m_prefix);
    d.embedding.width = d.width;
    d.relativeBias = RelativeBiasSpec{m_ownBiases ? "" : m_prefix + "block.0.layer.0." + kBias,
                                      m_config.size("relative_attention_num_buckets", 32),
                                      m_config.size("relative_attention_max_distance", 128), !m_decoder};
    const Index encoderLayers = m_config.size("num_layers", m_isMt5 ? 8 : 6);
    const int layers = layerCount(m_config, m_decoder ? "num_decoder_layers" : "num_layers", encoderLayers);
    for (int i = 0; i < layers; ++i) d.layers.push_back(layer(m_prefix + "block." + std::to_string(i) + ".layer.", i));
    d.finalNorm = rmsNorm(m_prefix + "final_layer_norm", m_epsilon);
    return d;
  }

 private:
  LayerSpec layer(const std::string& at, int index) const {
    LayerSpec layer;
    layer.attention = attention(at + "0.SelfAttention.");
    layer.attention.causal = m_decoder;
    layer.attention.relativeBias = true;
    if (m_ownBiases) layer.attention.ownBias = at + "0." + kBias;
    layer.attentionNorms.before = norm(at + "0");
    if (m_decoder) {
      layer.cross = attention(at + "1.EncDecAttention.");
      layer.crossNorms.before = norm(at + "1");
    }
    const std::string last = at + (m_decoder ? "2" : "1");
    const FeedForwardKind kind = feedForwardKind(m_config, m_isMt5 ? "gated-gelu" : "relu");
    FeedForwardSpec& f = layer.feedForward;
    f.inner = m_config.size("d_ff", m_isMt5 ? 1024 : 2048);
    f.activation = kind.activation;
    const bool isSwitch = m_input.modelType == "switch_transformers";
    const std::string dense = last + (isSwitch ? ".mlp." : ".DenseReluDense.");
    if (kind.gated) f.gate = linearPart(dense + "wi_0", false);
    f.in = linearPart(dense + (kind.gated ? "wi_1" : "wi"), false);
    f.output = linearPart(dense + "wo", false);
    layer.feedForwardNorms.before = norm(last);
    if (isSwitch && isSparse(index)) {
      layer.experts = expertsLike(m_input, dense, std::exchange(f, {}), m_config.size("num_experts", 8));
      layer.experts->rule.capacity = m_config.size("expert_capacity", 64);
    }
    return layer;
  }

  /// Fedus et al. 2022, "Switch Transformer": experts in each so many-th layer.
  bool isSparse(int index) const {
    const Index layers = m_config.size(m_decoder ? "num_decoder_layers" : "num_layers", 12);
    const char* key = m_decoder ? "num_sparse_decoder_layers" : "num_sparse_encoder_layers";
    const std::int64_t sparse = m_config.integer(key, 3);
    const Index step = sparse > 0 ? layers / sparse : layers;
    return sparse > 0 && (step == 1 || index % step == 1);
  }

  NormSpec norm(const std::string& at) const { return rmsNorm(at + ".layer_norm", m_epsilon); }

  /// Scores are not scaled: the initial weights were.
  AttentionSpec attention(const std::string& at) const {
    AttentionSpec a;
    a.heads = a.kvHeads = headCount(m_config, "num_heads", m_isMt5 ? 6 : 8);
    a.dHead = m_config.size("d_kv", 64);
    a.query = linearPart(at + "q", false);
    a.key = linearPart(at + "k", false);
    a.value = linearPart(at + "v", false);
    a.output = linearPart(at + "o", false);
    return a;
  }

  const FamilyInput& m_input;
  const Config& m_config;
  bool m_isMt5;      ///< Or UMT5, which has the same sizes.
  bool m_ownBiases;  ///< UMT5 (Chung et al. 2023): a relative bias for each layer.
  std::string m_prefix;
  bool m_decoder;
  double m_epsilon;
};

/// Raffel et al. 2020, "T5", up to T5 1.1, Flan-T5, mT5 and UMT5; an encoder alone too.
Architecture describeT5(const FamilyInput& in) {
  const Config& c = in.config;
  Architecture encoder = Stack(in, "encoder.", false).described();
  if (!in.checkpoint.hasPrefix("decoder.")) return encoder;
  Architecture d = Stack(in, "decoder.", true).described();
  d.encoder = std::make_shared<const Architecture>(std::move(encoder));
  // Outputs are tied unless the file has one of its own. Whether they are scaled older files say by
  // tie_word_embeddings; mT5 never does it.
  const bool tied = c.flag("tie_word_embeddings", true);
  addTranslatorHead(in, tied || !in.checkpoint.has("lm_head.weight"), "shared.weight", d);
  const bool scaled = c.flag("scale_decoder_outputs", tied) && in.modelType != "mt5";
  if (d.head.kind == OutputHeadKind::CausalLm && scaled) d.head.scale = 1 / std::sqrt(static_cast<float>(d.width));
  return d;
}

}  // namespace

Family t5Family() {
  return {"t5",
          {"t5", "mt5", "umt5", "switch_transformers"},
          describeT5,
          {{"n_positions"},
           {"initializer_factor"},
           {"dropout_rate"},
           {"add_router_probs"},
           {"decoder_sparse_step"},
           {"encoder_sparse_step"},
           {"router_aux_loss_coef"},
           {"router_bias"},
           {"router_dtype"},
           {"router_ignore_padding_tokens"},
           {"router_jitter_noise"},
           {"router_type", {R"("tokens_masked")"}},
           {"router_z_loss_coef"}},
          {{"hidden_size", "d_model"}, {"num_attention_heads", "num_heads"}, {"num_hidden_layers", "num_layers"},
           {"head_dim", "d_kv"}}};
}

}  // namespace headlight
