#pragma once

#include <optional>
#include <vector>

#include "core/model/model_folder.h"
#include "core/model/predictions.h"

namespace headlight {

/// What changes in a model do to its answer at one row of the logits.
struct PredictionChange {
  struct Answer {
    std::int64_t id = 0;
    std::string text;                 ///< The token or the label, as Prediction has it.
    double before = 0, after = 0;     ///< Probability; of a model that gives one number that number.
    std::optional<double> logProbabilityChange;  ///< ln after − ln before; none for one number.
    std::optional<double> deviation;             ///< Standard deviation of `after` over the draws of a dropout.
  };
  Index row = 0;
  std::vector<Answer> answers;  ///< The likeliest before and the likeliest after, by the larger of both.
  double divergence = 0;        ///< Kullback–Leibler, before from after, in nats; 0 for one number.
  bool oneNumber = false;       ///< A regression: no probabilities.
};

/// Compares the answers of two runs of `model` over the same tokens at a row of their logits; the `count` likeliest of
/// each are named. `deviation` (empty for none) is that of the run after, as runDropoutDraws() gives it. Throws Error
/// for a row that there is not.
PredictionChange answerChange(const ModelFolder& model, const Trace& before, const Trace& after,
                              const Logits& deviation, Index row, int count);

/// What a model says at a row of the logits, likeliest first: tokens, classes of the text, or labels of that token.
std::vector<Prediction> answersAt(const ModelFolder& model, const Trace& trace, Index row, int count);

/// The row of the logits that tells what the model says at `token`; for none, where the model answers by itself: after
/// the last token, at the first mask, for the whole text. None where there is nothing to say.
std::optional<Index> answerRow(const ModelFolder& model, const Trace& trace, std::optional<Index> token);

}  // namespace headlight
