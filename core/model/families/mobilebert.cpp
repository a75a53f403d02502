#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Sun et al. 2020, "MobileBERT": a deep and narrow BERT. Each layer narrows its input, attends and runs several
/// networks there, and adds the result to its input.
class MobileBert {
 public:
  explicit MobileBert(const FamilyInput& in)
      : m_input(in),
        m_config(in.config),
        m_prefix(in.prefix("mobilebert.")),
        m_sizes(encoderSizes(in.config, {.width = 512, .inner = 512, .layers = 24, .heads = 4,
                                         .activation = Activation::Relu})),
        m_narrows(in.config.flag("use_bottleneck", true)) {
    const std::string kind = m_config.text("normalization_type", "no_norm");
    if (kind != "no_norm" && kind != "layer_norm")
      throw Error(m_config.where("normalization_type") + ": unsupported '" + kind +
                  "'; supported: no_norm, layer_norm");
    m_normKind = kind == "no_norm" ? NormKind::Affine : NormKind::LayerNorm;
  }

  Architecture described() const {
    EncoderSizes inner = m_sizes;
    if (m_narrows) inner.width = m_config.size("intra_bottleneck_size", 128);
    Architecture d = encoderDescription(m_input, m_prefix, inner);
    d.width = m_sizes.width;
    for (std::size_t i = 0; i < d.layers.size(); ++i)
      finish(d.layers[i], m_prefix + "encoder.layer." + std::to_string(i) + ".", inner.width);
    EmbeddingSpec& e = d.embedding;
    e.width = m_config.size("embedding_size", 128);
    e.trigrams = m_config.flag("trigram_input", true);
    e.norm = norm(m_prefix + "embeddings.LayerNorm", kEpsilon);
    if (e.trigrams || e.width != m_sizes.width) {
      e.projection = linearPart(m_prefix + "embeddings.embedding_transformation");
      e.projectionPlace = EmbeddingSpec::ProjectionPlace::BeforePositions;
    }
    addHead(d);
    return d;
  }

 private:
  /// Of the norms for which the reference library does not pass config.json's.
  static constexpr double kEpsilon = 1e-5;

  NormSpec norm(const std::string& name, double epsilon) const {
    NormSpec out = layerNorm(name, epsilon);
    out.kind = m_normKind;
    return out;
  }

  /// What a layer has beside one of BERT's.
  void finish(LayerSpec& layer, const std::string& at, Index width) const {
    layer.attentionNorms.after = norm(at + "attention.output.LayerNorm", m_sizes.epsilon);
    layer.feedForwardNorms.after = norm(at + "output.LayerNorm", kEpsilon);
    const int networks = layerCount(m_config, "num_feedforward_networks", 4);
    for (int i = 0; i + 1 < networks; ++i) {
      const std::string own = at + "ffn." + std::to_string(i) + ".";
      FeedForwardStep step;
      step.network = layer.feedForward;
      step.network.in = linearPart(own + "intermediate.dense");
      step.network.output = linearPart(own + "output.dense");
      step.norms.after = norm(own + "output.LayerNorm", m_sizes.epsilon);
      layer.earlierNetworks.push_back(std::move(step));
    }
    if (!m_narrows) return;
    BottleneckSpec b;
    b.width = width;
    b.in = linearPart(at + "bottleneck.input.dense");
    b.inNorm = norm(at + "bottleneck.input.LayerNorm", m_sizes.epsilon);
    b.out = linearPart(at + "output.bottleneck.dense");
    b.outNorm = norm(at + "output.bottleneck.LayerNorm", m_sizes.epsilon);
    if (!m_config.flag("use_bottleneck_attention", false)) {
      if (!m_config.flag("key_query_shared_bottleneck", true))
        throw Error(m_config.where("key_query_shared_bottleneck") +
                    ": expected true where use_bottleneck_attention is false, found false, which is unsupported");
      b.attention = linearPart(at + "bottleneck.attention.dense");
      b.attentionNorm = norm(at + "bottleneck.attention.LayerNorm", m_sizes.epsilon);
    }
    layer.bottleneck = std::move(b);
  }

  void addHead(Architecture& d) const {
    std::vector<HeadStep> pooler;
    if (m_config.flag("classifier_activation", true))
      pooler.push_back({linearPart(m_prefix + "pooler.dense"), m_sizes.width, Activation::Tanh, {}});
    d.head = taskHead(m_input, {bertMaskedHead(m_sizes, m_sizes.width),
                                {OutputHeadKind::SequenceClassification, pooler, linearPart("classifier"),
                                 OutputHeadSpec::Pooling::First},
                                {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
    if (d.head.kind == OutputHeadKind::MaskedLm && d.embedding.width < d.width)
      d.head.beyond = {"cls.predictions.dense.weight", "", true};
  }

  const FamilyInput& m_input;
  const Config& m_config;
  std::string m_prefix;
  EncoderSizes m_sizes;
  bool m_narrows;
  NormKind m_normKind = NormKind::Affine;
};

Architecture describeMobileBert(const FamilyInput& in) { return MobileBert(in).described(); }

}  // namespace

Family mobileBertFamily() {
  return {"mobilebert", {"mobilebert"}, describeMobileBert, {{"true_hidden_size"}, {"classifier_activation"}}};
}

}  // namespace headlight
