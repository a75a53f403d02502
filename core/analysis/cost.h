#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/index.h"
#include "core/model/model.h"

namespace headlight {

/// How attention is computed.
enum class AttentionKind {
  Full,      ///< Every score of the whole square is computed and kept, as libraries do that return the weights.
  Windowed,  ///< The same for a band: each query sees its window of keys and no others.
  Streamed   ///< Block of queries by block, nothing of the square is kept: as here, and in FlashAttention (Dao 2022).
};

/// One part of a model.
struct CostPart {
  enum class Part { Projections, Scores, FeedForward, Head };
  Part part = Part::Projections;
  double multiplyAdds = 0;  ///< In one run over the text.
  double weightBytes = 0;   ///< Of the weights of its matrices as they lie in the file or in memory; none for Scores.
};
const char* nameOf(CostPart::Part part);

/// What one run over a text costs. Norms, activations and softmax are left out of the multiply-adds: they grow with the
/// tokens, and for each token with the width alone.
struct Cost {
  std::vector<CostPart> parts;  ///< Projections to and from the heads; scores and mixing; feed-forward; head.
  double embeddingBytes = 0;    ///< Tables that are only looked up; a tied output counts in the head.
  double cacheBytes = 0;        ///< Keys and values of every layer, single precision.
  double attentionBytes = 0;    ///< What is kept of the attention: matrices of every head, or log-sum-exps and a block.
  double multiplyAdds() const;
  double weightBytes() const;  ///< Of all parts and the embeddings.
};

/// The cost of a run over `tokens` tokens. `window` is that of Windowed, for layers whose own is not smaller; the
/// layers' own windows hold in every kind. Numbers are counted from the model's description, not measured.
Cost costOf(const Model& model, Index tokens, AttentionKind kind, Index window = 4096);

}  // namespace headlight
