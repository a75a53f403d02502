#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

constexpr double kEpsilon = 1e-12;

/// Sanh et al. 2019, "DistilBERT": BERT without token types and pooler, and with other names.
Architecture describeDistilbert(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("distilbert.");
  EncoderSizes sizes;
  sizes.width = c.size("dim", 768);
  sizes.inner = c.size("hidden_dim", 3072);
  sizes.layers = layerCount(c, "n_layers", 6);
  sizes.heads = headCount(c, "n_heads", 12);
  sizes.activation = activationOf(c.text("activation", "gelu"), c.where("activation"));
  sizes.epsilon = kEpsilon;
  const EncoderNames names{"attention.q_lin", "attention.k_lin", "attention.v_lin", "attention.out_lin",
                           "sa_layer_norm",   "ffn.lin1",        "ffn.lin2",        "output_layer_norm"};
  Architecture d;
  d.width = sizes.width;
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", 512);
  d.padId = c.integer("pad_token_id", 0);
  d.embedding = encoderEmbedding(c, prefix, sizes.width, kEpsilon);
  d.embedding.types.clear();
  for (int i = 0; i < sizes.layers; ++i)
    d.layers.push_back(encoderLayer(c, sizes, prefix + "transformer.layer." + std::to_string(i) + ".", names));
  d.head = taskHead(
      in,
      {{OutputHeadKind::MaskedLm,
        {{linearPart("vocab_transform"), sizes.width, sizes.activation, layerNorm("vocab_layer_norm", kEpsilon)}},
        linearPart("vocab_projector")},
       {OutputHeadKind::SequenceClassification,
        {{linearPart("pre_classifier"), sizes.width, Activation::Relu, {}}},
        linearPart("classifier"),
        OutputHeadSpec::Pooling::First},
       {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
  return d;
}

}  // namespace

Family distilbertFamily() {
  return {"distilbert",
          {"distilbert"},
          describeDistilbert,
          {{"sinusoidal_pos_embds"}, {"tie_weights_"}},
          {{"hidden_size", "dim"}, {"num_attention_heads", "n_heads"}, {"num_hidden_layers", "n_layers"}}};
}

}  // namespace headlight
