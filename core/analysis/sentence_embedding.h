#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/matrix.h"
#include "core/model/model.h"
#include "core/ops/activation.h"

namespace headlight {

/// What of the last hidden states becomes a text's vector, as sentence-transformers (Reimers and Gurevych 2019) pools.
enum class Pooling {
  Cls,             ///< The first token's.
  Max,             ///< The largest of each number.
  Mean,            ///< The mean.
  MeanSqrtLength,  ///< The sum divided by the square root of the number of tokens.
  WeightedMean,    ///< The mean weighted by place, 1 for the first token.
  LastToken        ///< The last token's.
};
/// "mean", "cls", …
std::string_view nameOf(Pooling pooling);

/// A map of the vector after pooling.
struct SentenceDense {
  Matrix weight;  ///< [out, in].
  Vector bias;    ///< [out], or empty.
  Activation then = Activation::Identity;
};
/// Divides the vector by its length.
struct SentenceNorm {};

/// How a folder turns a text into one vector.
struct SentenceRecipe {
  std::vector<Pooling> poolings = {Pooling::Mean};  ///< Their vectors one after the other.
  bool withPrompt = true;                           ///< Whether tokens of a prompt are pooled, too.
  std::vector<std::variant<SentenceDense, SentenceNorm>> after;  ///< What follows, in order.
  Index maxTokens = 0;                ///< Longer texts are cut by sentence-transformers; 0 for no limit.
  std::vector<std::string> remarks;   ///< What is unusual, a sentence each.

  /// "mean", "cls + mean, dense, normalised": for people.
  std::string name() const;
};

/// The recipe that the modules.json of a model folder names (or of the folder around it, in the older layout); the mean
/// of all tokens where there is none, with a remark. Throws Error for modules that are not computed.
SentenceRecipe sentenceRecipe(const std::filesystem::path& folder);

/// The vector of a text as the sum of what each of its tokens brings.
struct SentenceVector {
  std::vector<Token> tokens;
  Vector vector;  ///< [width].
  Matrix
      parts;  ///< [tokens, width], rows that add up to the vector; empty after an activation, which has no such parts.
};

/// The vector of what `model` read; of an encoder–decoder model, of its source. The first `promptTokens` tokens are
/// those of a prompt. Throws Error where a weight does not fit the vector or no token is left.
SentenceVector sentenceVector(const Model& model, const Trace& trace, const SentenceRecipe& recipe,
                              Index promptTokens = 0);

/// How similar two texts are, and which tokens make it.
struct SentenceSimilarity {
  double cosine = 0;
  Matrix pairs;  ///< [tokens of a, tokens of b]: the scalar product of their parts over both lengths; the sum is the
                 ///< cosine. Empty without parts.
};
/// Throws Error for vectors of another width, and for one that is 0.
SentenceSimilarity similarityOf(const SentenceVector& a, const SentenceVector& b);

}  // namespace headlight
