#pragma once

#include <string>

#include "core/model/family.h"
#include "core/model/rope_config.h"

namespace headlight {

// What the encoders in BERT's tradition share: post-norm layers of full attention.

/// The names of one layer of such a model, and where its tensors are called as in BERT.
struct EncoderNames {
  std::string query = "attention.self.query", key = "attention.self.key", value = "attention.self.value";
  std::string output = "attention.output.dense", attentionNorm = "attention.output.LayerNorm";
  std::string in = "intermediate.dense", out = "output.dense", feedForwardNorm = "output.LayerNorm";
  std::string qkv = {};     ///< In place of query, key and value.
  std::string gate = {};    ///< Gated.
  std::string gateIn = {};  ///< In place of `gate` and `in`.
  bool attentionBias = true, inBias = true, outBias = true;
  std::string layers = "encoder.layer.", embeddingNorm = "embeddings.LayerNorm";
};

/// Sizes of the layers and how config.json calls them.
struct EncoderSizes {
  Index width = 768;
  Index inner = 3072;
  int layers = 12, heads = 12;
  Activation activation = Activation::Gelu;
  double epsilon = 1e-12;
};

/// Reads hidden_size, intermediate_size, num_hidden_layers, num_attention_heads, hidden_act, layer_norm_eps; those that
/// are absent are as in `otherwise`.
EncoderSizes encoderSizes(const Config& config, const EncoderSizes& otherwise = {});

/// One post-norm layer whose tensors begin with `prefix` ("encoder.layer.0.").
LayerSpec encoderLayer(const Config& config, const EncoderSizes& sizes, const std::string& prefix,
                       const EncoderNames& names = {});

/// The head of BERT for masked tokens: "cls.predictions" with its dense map to `width` and its norm.
TaskHead bertMaskedHead(const EncoderSizes& sizes, Index width, const std::string& norm = "LayerNorm");
/// The heads of RoBERTa: "lm_head", "classifier".
OutputHeadSpec robertaHead(const FamilyInput& input, const EncoderSizes& sizes);

/// Word, position and type embeddings called as in BERT, with their norm; `width` of the embeddings.
EmbeddingSpec encoderEmbedding(const Config& config, const std::string& prefix, Index width, double epsilon);

/// Width, vocabulary, embedding and layers "encoder.layer.N." of a model whose tensors are called as in BERT.
Architecture encoderDescription(const FamilyInput& input, const std::string& prefix, const EncoderSizes& sizes,
                               const EncoderNames& names = {});

/// Takes the learned positions away and adds vectors of distances to each layer where position_embedding_type says so.
void addDistances(const Config& config, Architecture& description);

/// Takes the learned positions away and has all layers rotate.
void rotatePositions(const Config& config, const RopeDefaults& defaults, Architecture& description);

/// Positions as RoBERTa counts them: from the row behind the padding id on, leaving padding out.
void skipPaddingPositions(Architecture& description, const Config& config);

}  // namespace headlight
