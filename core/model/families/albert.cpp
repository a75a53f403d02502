#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Lan et al. 2020, "ALBERT": BERT whose layers share weights, with narrow embeddings mapped to the width.
Architecture describeAlbert(const FamilyInput& in) {
  const Config& c = in.config;
  const std::string prefix = in.prefix("albert.");
  const EncoderSizes sizes =
      encoderSizes(c, {.width = 4096, .inner = 16384, .heads = 64, .activation = Activation::GeluTanh});
  const Index groups = c.size("num_hidden_groups", 1);
  const EncoderNames names{"attention.query",     "attention.key", "attention.value", "attention.dense",
                           "attention.LayerNorm", "ffn",           "ffn_output",      "full_layer_layer_norm"};
  Architecture d;
  d.width = sizes.width;
  d.vocabulary = in.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", 512);
  d.padId = c.integer("pad_token_id", 0);
  const Index embedding = c.size("embedding_size", 128);
  d.embedding = encoderEmbedding(c, prefix, embedding, sizes.epsilon);
  d.embedding.projection = linearPart(prefix + "encoder.embedding_hidden_mapping_in");
  for (int i = 0; i < sizes.layers; ++i) {
    const Index group = i * groups / sizes.layers;
    const std::string at = prefix + "encoder.albert_layer_groups." + std::to_string(group) + ".albert_layers.0.";
    d.layers.push_back(encoderLayer(c, sizes, at, names));
  }
  addDistances(c, d);
  d.head = taskHead(
      in, {{OutputHeadKind::MaskedLm,
            {{linearPart("predictions.dense"), embedding, sizes.activation,
              layerNorm("predictions.LayerNorm", sizes.epsilon)}},
            {"predictions.decoder.weight", "predictions.bias", false}},
           {OutputHeadKind::SequenceClassification,
            {{linearPart(prefix + "pooler"), sizes.width, Activation::Tanh, {}}},
            linearPart("classifier"),
            OutputHeadSpec::Pooling::First},
           {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
  if (sizes.layers > groups) d.remarks.emplace_back("Layers share their weights.");
  return d;
}

}  // namespace

Family albertFamily() {
  return {
      "albert",
      {"albert"},
      describeAlbert,
      {{"inner_group_num", {"1"}}, {"net_structure_type"}, {"gap_size"}, {"down_scale_factor"}, {"num_memory_blocks"}}};
}

}  // namespace headlight
