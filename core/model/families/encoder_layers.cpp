#include "core/model/families/encoder_layers.h"

#include <cmath>

#include "core/base/error.h"

namespace headlight {

EncoderSizes encoderSizes(const Config& config, double epsilon) {
  EncoderSizes sizes;
  sizes.width = config.size("hidden_size", 768);
  sizes.inner = config.size("intermediate_size", 3072);
  sizes.layers = layerCount(config, "num_hidden_layers", 12);
  sizes.heads = headCount(config, "num_attention_heads", 12);
  sizes.activation = activationOf(config.text("hidden_act", "gelu"), config.where("hidden_act"));
  sizes.epsilon = epsilonOf(config, "layer_norm_eps", epsilon);
  return sizes;
}

LayerPart encoderLayer(const Config& config, const EncoderSizes& sizes, const std::string& prefix,
                       const EncoderNames& names) {
  LayerPart layer;
  AttentionPart& a = layer.attention;
  a.heads = a.kvHeads = sizes.heads;
  a.dHead = dividedBy(config, sizes.width, sizes.heads, "num_attention_heads");
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  a.query = linearPart(prefix + names.query);
  a.key = linearPart(prefix + names.key);
  a.value = linearPart(prefix + names.value);
  a.output = linearPart(prefix + names.output);
  layer.attentionNorms.after = layerNorm(prefix + names.attentionNorm, sizes.epsilon);
  layer.feedForward.inner = sizes.inner;
  layer.feedForward.activation = sizes.activation;
  layer.feedForward.in = linearPart(prefix + names.in);
  layer.feedForward.output = linearPart(prefix + names.out);
  layer.feedForwardNorms.after = layerNorm(prefix + names.feedForwardNorm, sizes.epsilon);
  return layer;
}

EmbeddingPart encoderEmbedding(const Config& config, const std::string& prefix, Index width, double epsilon) {
  EmbeddingPart e;
  e.tokens = prefix + "embeddings.word_embeddings.weight";
  e.width = width;
  e.positions = PositionsPart{};
  e.positions->table = prefix + "embeddings.position_embeddings.weight";
  e.positions->rows = config.size("max_position_embeddings", 512);
  if (!config.has("type_vocab_size") || config.integer("type_vocab_size", 2) != 0) {
    e.types = prefix + "embeddings.token_type_embeddings.weight";
    e.typeCount = config.size("type_vocab_size", 2);
  }
  e.norm = layerNorm(prefix + "embeddings.LayerNorm", epsilon);
  return e;
}

Description encoderDescription(const FamilyInput& input, const std::string& prefix, const EncoderSizes& sizes,
                               const EncoderNames& names) {
  const Config& c = input.config;
  const std::string kind = c.text("position_embedding_type", "absolute");
  if (kind != "absolute")
    throw Error(c.where("position_embedding_type") + R"(: expected "absolute", found ")" + kind +
                R"(", which is not computed)");
  Description d;
  d.width = sizes.width;
  d.vocabulary = c.size("vocab_size");
  d.maxPositions = c.size("max_position_embeddings", 512);
  d.padId = c.integer("pad_token_id", 0);
  d.embedding = encoderEmbedding(c, prefix, sizes.width, sizes.epsilon);
  for (int i = 0; i < sizes.layers; ++i)
    d.layers.push_back(encoderLayer(c, sizes, prefix + "encoder.layer." + std::to_string(i) + ".", names));
  return d;
}

void skipPaddingPositions(Description& d, const Config& config) {
  PositionsPart& positions = *d.embedding.positions;
  d.padId = config.integer("pad_token_id", 1);
  if (d.padId < 0 || d.padId + 1 >= positions.rows)
    throw Error(config.where("pad_token_id") + ": expected a number from 0 to " + std::to_string(positions.rows - 2) +
                ", found " + std::to_string(d.padId));
  positions.counting = PositionsPart::Counting::SkipPaddingId;
  positions.offset = d.padId + 1;
  d.maxPositions = positions.rows - positions.offset;
}

}  // namespace headlight
