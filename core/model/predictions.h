#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/trace.h"
#include "core/model/model.h"
#include "core/text/tokenizer.h"

namespace headlight {

/// One outcome that a model's head gives a probability.
struct Prediction {
  std::int64_t id = 0;     ///< Token id, or number of the class.
  std::string text;        ///< What a person reads: the token, or the label.
  double probability = 0;  ///< Softmax of the logits (natural temperature).
  double logProbability = 0;
  std::optional<double> value = {};  ///< What a regression gives, which has no probabilities.
};

/// The likeliest outcomes at one position.
struct PositionPredictions {
  Index position = 0;           ///< Which token of the encoding.
  std::vector<Prediction> top;  ///< Likeliest first; equal ones by id.
};

/// The logarithms of the probabilities of one row of logits, in double precision: [outcomes]. Softmax, or the sigmoid
/// of each for independent ones. Throws Error for a row that there is not.
std::vector<double> logProbabilities(const Logits& logits, Index row);

/// What a person reads for a token: the tokenizer's text, or the id without one.
std::string textOfToken(std::int64_t id, const Tokenizer* tokenizer);

/// The `count` likeliest of `logProbabilities`, [vocabulary].
std::vector<Prediction> likeliestTokens(const std::vector<double>& logProbabilities, int count,
                                        const Tokenizer* tokenizer);

/// The `count` tokens likeliest to follow position `at`, of a causal model's trace. `tokenizer` may be null: then the
/// text is the id. Throws Error when the trace has no logits at that position.
std::vector<Prediction> nextTokens(const Trace& trace, Index at, int count, const Tokenizer* tokenizer);

/// The `count` likeliest tokens at each position that holds `maskId`, of a masked model's trace.
std::vector<PositionPredictions> maskedTokens(const Trace& trace, std::int64_t maskId, int count,
                                              const Tokenizer* tokenizer);

/// Every class of a sequence classifier, likeliest first. A single logit is the value of a regression.
std::vector<Prediction> classes(const Trace& trace, const ModelInfo& info);

/// For each token the labels of a token classifier, likeliest first; or, for replaced-token detection, "original" and
/// "replaced".
std::vector<PositionPredictions> tokenLabels(const Trace& trace, const ModelInfo& info);

}  // namespace headlight
