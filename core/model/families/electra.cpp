#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Clark et al. 2020, "ELECTRA": BERT's layers, embeddings that may be narrower, and a head that tells replaced tokens.
Architecture describeElectra(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("electra.");
  const EncoderSizes sizes = encoderSizes(c, {.width = 256, .inner = 1024, .heads = 4});
  Architecture d = encoderDescription(in, prefix, sizes);
  addDistances(c, d);
  const Index embedding = c.size("embedding_size", 128);
  d.embedding.width = embedding;
  if (embedding != sizes.width) d.embedding.projection = linearPart(prefix + "embeddings_project");
  d.head = taskHead(
      in, {{OutputHeadKind::MaskedLm,  // The generator's head is always GELU, whatever hidden_act is.
            {{linearPart("generator_predictions.dense"), embedding, Activation::Gelu,
              layerNorm("generator_predictions.LayerNorm", sizes.epsilon)}},
            linearPart("generator_lm_head")},
           {OutputHeadKind::SequenceClassification,
            {{linearPart("classifier.dense"), sizes.width, Activation::Gelu, {}}},
            linearPart("classifier.out_proj"),
            OutputHeadSpec::Pooling::First},
           {OutputHeadKind::TokenClassification, {}, linearPart("classifier")},
           {OutputHeadKind::ReplacedTokenDetection,
            {{linearPart("discriminator_predictions.dense"), sizes.width, sizes.activation, {}}},
            linearPart("discriminator_predictions.dense_prediction")}});
  return d;
}

}  // namespace

Family electraFamily() {
  return {"electra", {"electra"}, describeElectra, {{"is_decoder", {"false"}}, {"vocab_size_or_config_json_file"}}};
}

}  // namespace headlight
