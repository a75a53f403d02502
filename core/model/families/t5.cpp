#include <cmath>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"

namespace headlight {
namespace {

/// feed_forward_proj: an activation, or "gated-" and one. "gated-gelu" means the tanh form.
struct FeedForwardKind {
  bool gated = false;
  Activation activation = Activation::Relu;
};

FeedForwardKind feedForwardKind(const Config& c) {
  std::string name = c.text("feed_forward_proj", "relu");
  FeedForwardKind kind;
  kind.gated = name.starts_with("gated-");
  if (kind.gated) name = name == "gated-gelu" ? "gelu_new" : name.substr(6);
  kind.activation = activationOf(name, c.where("feed_forward_proj"));
  return kind;
}

/// One stack, "encoder." or "decoder.".
class Stack {
 public:
  Stack(const Config& config, std::string prefix, bool decoder)
      : m_config(config),
        m_prefix(std::move(prefix)),
        m_decoder(decoder),
        m_epsilon(epsilonOf(config, "layer_norm_epsilon", 1e-6)) {}

  Description described(const std::string& tokensName) const {
    Description d;
    d.width = m_config.size("d_model", 512);
    d.vocabulary = m_config.size("vocab_size", 32128);
    d.padId = m_config.integer("pad_token_id", 0);
    d.embedding.tokens = tokensName;
    d.embedding.width = d.width;
    d.relativeBias = RelativeBiasPart{m_prefix + "block.0.layer.0.SelfAttention.relative_attention_bias.weight",
                                      m_config.size("relative_attention_num_buckets", 32),
                                      m_config.size("relative_attention_max_distance", 128), !m_decoder};
    const Index encoderLayers = m_config.size("num_layers", 6);
    const int layers = layerCount(m_config, m_decoder ? "num_decoder_layers" : "num_layers", encoderLayers);
    for (int i = 0; i < layers; ++i) d.layers.push_back(layer(m_prefix + "block." + std::to_string(i) + ".layer."));
    d.finalNorm = rmsNorm(m_prefix + "final_layer_norm", m_epsilon);
    return d;
  }

 private:
  LayerPart layer(const std::string& at) const {
    LayerPart layer;
    layer.attention = attention(at + "0.SelfAttention.");
    layer.attention.causal = m_decoder;
    layer.attention.relativeBias = true;
    layer.attentionNorms.before = norm(at + "0");
    if (m_decoder) {
      layer.cross = attention(at + "1.EncDecAttention.");
      layer.crossNorms.before = norm(at + "1");
    }
    const std::string last = at + (m_decoder ? "2" : "1");
    const FeedForwardKind kind = feedForwardKind(m_config);
    FeedForwardPart& f = layer.feedForward;
    f.inner = m_config.size("d_ff", 2048);
    f.activation = kind.activation;
    const std::string dense = last + ".DenseReluDense.";
    if (kind.gated) f.gate = linearPart(dense + "wi_0", false);
    f.in = linearPart(dense + (kind.gated ? "wi_1" : "wi"), false);
    f.output = linearPart(dense + "wo", false);
    layer.feedForwardNorms.before = norm(last);
    return layer;
  }

  NormPart norm(const std::string& at) const { return rmsNorm(at + ".layer_norm", m_epsilon); }

  /// Scores are not scaled: the initial weights were.
  AttentionPart attention(const std::string& at) const {
    AttentionPart a;
    a.heads = a.kvHeads = headCount(m_config, "num_heads", 8);
    a.dHead = m_config.size("d_kv", 64);
    a.query = linearPart(at + "q", false);
    a.key = linearPart(at + "k", false);
    a.value = linearPart(at + "v", false);
    a.output = linearPart(at + "o", false);
    return a;
  }

  const Config& m_config;
  std::string m_prefix;
  bool m_decoder;
  double m_epsilon;
};

/// Raffel et al. 2020, "T5", up to T5 1.1, Flan-T5 and mT5; an encoder alone too.
Description describeT5(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string tokens = in.firstOf({"shared.weight", "encoder.embed_tokens.weight"});
  Description encoder = Stack(c, "encoder.", false).described(tokens);
  if (!in.checkpoint.hasPrefix("decoder.")) return encoder;
  Description d = Stack(c, "decoder.", true).described(tokens);
  d.encoder = std::make_shared<const Description>(std::move(encoder));
  addTranslatorHead(in, c.flag("tie_word_embeddings", in.modelType == "t5"), d);
  if (d.head.kind == HeadKind::CausalLm && c.flag("scale_decoder_outputs", d.head.tied))
    d.head.scale = 1 / std::sqrt(static_cast<float>(d.width));
  return d;
}

}  // namespace

Family t5Family() { return {"t5", {"t5", "mt5"}, describeT5}; }

}  // namespace headlight
