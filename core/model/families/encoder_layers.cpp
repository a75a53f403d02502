#include "core/model/families/encoder_layers.h"

#include <cmath>

#include "core/base/error.h"

namespace headlight {

EncoderSizes encoderSizes(const Config& config, const EncoderSizes& otherwise) {
  EncoderSizes sizes;
  sizes.width = config.size("hidden_size", otherwise.width);
  sizes.inner = config.size("intermediate_size", otherwise.inner);
  sizes.layers = layerCount(config, "num_hidden_layers", otherwise.layers);
  sizes.heads = headCount(config, "num_attention_heads", otherwise.heads);
  sizes.activation = otherwise.activation;
  if (config.has("hidden_act")) sizes.activation = activationOf(config.text("hidden_act"), config.where("hidden_act"));
  sizes.epsilon = epsilonOf(config, "layer_norm_eps", otherwise.epsilon);
  return sizes;
}

LayerSpec encoderLayer(const Config& config, const EncoderSizes& sizes, const std::string& prefix,
                       const EncoderNames& names) {
  LayerSpec layer;
  AttentionSpec& a = layer.attention;
  a.heads = a.kvHeads = sizes.heads;
  a.dHead = dividedBy(config, sizes.width, sizes.heads, "num_attention_heads");
  a.scale = 1 / std::sqrt(static_cast<float>(a.dHead));
  if (names.qkv.empty()) {
    a.query = linearPart(prefix + names.query, names.attentionBias);
    a.key = linearPart(prefix + names.key, names.attentionBias);
    a.value = linearPart(prefix + names.value, names.attentionBias);
  } else {
    a.layout = QkvLayout::Parts;
    a.qkv = linearPart(prefix + names.qkv, names.attentionBias);
  }
  a.output = linearPart(prefix + names.output, names.attentionBias);
  layer.attentionNorms.after = layerNorm(prefix + names.attentionNorm, sizes.epsilon);
  layer.feedForward.inner = sizes.inner;
  layer.feedForward.activation = sizes.activation;
  if (names.gateIn.empty()) {
    layer.feedForward.in = linearPart(prefix + names.in, names.inBias);
    if (!names.gate.empty()) layer.feedForward.gate = linearPart(prefix + names.gate, names.inBias);
  } else {
    layer.feedForward.gateIn = linearPart(prefix + names.gateIn, names.inBias);
  }
  layer.feedForward.output = linearPart(prefix + names.out, names.outBias);
  layer.feedForwardNorms.after = layerNorm(prefix + names.feedForwardNorm, sizes.epsilon);
  return layer;
}

TaskHead bertMaskedHead(const EncoderSizes& sizes, Index width, const std::string& norm) {
  const std::string at = "cls.predictions.";
  return {OutputHeadKind::MaskedLm,
          {{linearPart(at + "transform.dense"), width, sizes.activation,
            layerNorm(at + "transform." + norm, sizes.epsilon)}},
          {at + "decoder.weight", at + "bias", false},
          OutputHeadSpec::Pooling::EachToken,
          true};
}

OutputHeadSpec robertaHead(const FamilyInput& in, const EncoderSizes& sizes) {
  return taskHead(in, {{OutputHeadKind::MaskedLm,
                        {{linearPart("lm_head.dense"), sizes.width, Activation::Gelu,
                          layerNorm("lm_head.layer_norm", sizes.epsilon)}},
                        {"lm_head.decoder.weight", "lm_head.bias", false},
                        OutputHeadSpec::Pooling::EachToken,
                        true},
                       {OutputHeadKind::SequenceClassification,
                        {{linearPart("classifier.dense"), sizes.width, Activation::Tanh, {}}},
                        linearPart("classifier.out_proj"),
                        OutputHeadSpec::Pooling::First},
                       {OutputHeadKind::TokenClassification, {}, linearPart("classifier")}});
}

EmbeddingSpec encoderEmbedding(const Config& config, const std::string& prefix, Index width, double epsilon) {
  EmbeddingSpec e;
  e.tokens = prefix + "embeddings.word_embeddings.weight";
  e.width = width;
  e.positions = PositionsSpec{};
  e.positions->table = prefix + "embeddings.position_embeddings.weight";
  e.positions->rows = config.size("max_position_embeddings", 512);
  if (!config.has("type_vocab_size") || config.integer("type_vocab_size", 2) != 0) {
    e.types = prefix + "embeddings.token_type_embeddings.weight";
    e.typeCount = config.size("type_vocab_size", 2);
  }
  e.norm = layerNorm(prefix + "embeddings.LayerNorm", epsilon);
  return e;
}

Architecture encoderDescription(const FamilyInput& input, const std::string& prefix, const EncoderSizes& sizes,
                               const EncoderNames& names) {
  const Config& c = input.config;
  Architecture d;
  d.width = sizes.width;
  d.vocabulary = input.vocabulary();
  d.maxPositions = c.size("max_position_embeddings", 512);
  d.padId = c.integer("pad_token_id", 0);
  d.embedding = encoderEmbedding(c, prefix, sizes.width, sizes.epsilon);
  d.embedding.norm = layerNorm(prefix + names.embeddingNorm, sizes.epsilon);
  for (int i = 0; i < sizes.layers; ++i)
    d.layers.push_back(encoderLayer(c, sizes, prefix + names.layers + std::to_string(i) + ".", names));
  return d;
}

void addDistances(const Config& c, Architecture& d) {
  const std::string kind = c.text("position_embedding_type", "absolute");
  if (kind == "absolute") return;
  if (kind != "relative_key" && kind != "relative_key_query")
    throw Error(c.where("position_embedding_type") + ": unsupported '" + kind +
                "'; supported: absolute, relative_key, relative_key_query");
  d.embedding.positions.reset();
  for (LayerSpec& layer : d.layers) {
    const std::string query = layer.attention.query.weight;  // "….self.query.weight"
    const std::string at = query.substr(0, query.rfind('.', query.rfind('.') - 1) + 1);
    layer.attention.distances =
        DistancesSpec{at + "distance_embedding.weight", d.maxPositions, kind == "relative_key_query"};
  }
}

void rotatePositions(const Config& c, const RopeDefaults& defaults, Architecture& d) {
  d.embedding.positions.reset();
  RopeDefaults rope = defaults;
  rope.positions = d.maxPositions;
  d.rotaries = {rotaryPart(c, d.layers.front().attention.dHead, rope)};
  for (LayerSpec& layer : d.layers) layer.attention.rotary = 0;
}

void skipPaddingPositions(Architecture& d, const Config& config) {
  if (!d.embedding.positions) return;
  PositionsSpec& positions = *d.embedding.positions;
  d.padId = config.integer("pad_token_id", 1);
  if (d.padId < -1 || d.padId + 1 >= positions.rows)
    throw Error(config.where("pad_token_id") + ": expected a number from -1 to " + std::to_string(positions.rows - 2) +
                ", found " + std::to_string(d.padId));
  positions.counting = PositionsSpec::Counting::SkipPaddingId;
  positions.offset = d.padId + 1;
  d.maxPositions = positions.rows - positions.offset;
}

}  // namespace headlight
