#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "core/model/model_folder.h"

namespace headlight {

/// Runs the model over every other text that the interventions name, but those that are `known`, which are kept, and
/// reads their files: directions, and text files with a text a line, over which it takes means (of the last few such
/// files these are kept). Throws Error for a model without a tokenizer, files that cannot be read, or as a run does.
OtherRuns runOtherTexts(const std::vector<Intervention>& interventions, const ModelFolder& model,
                        const Progress& progress = {}, OtherRuns known = {});

/// What a run with draws of a dropout comes to.
struct DropoutRun {
  std::shared_ptr<const Trace> trace;  ///< The first draw, its logits those of the mean: ln of the mean probabilities.
  std::shared_ptr<const Trace> first;  ///< The first draw with its own logits.
  Logits deviation;                    ///< Standard deviation of each probability over the draws; empty for one draw.
};

/// What several draws come to, row by row when it is asked for: ln of the mean of their probabilities, and the standard
/// deviation of each, [rows, outcomes]. `draws` are at least two of the same shape.
std::pair<Logits, Logits> meanAndDeviation(std::vector<Logits> draws);

/// Runs the model for every draw that options.interventions ask for; a single run without a dropout. Later draws begin
/// from the first one, so that the layers before the dropout are computed once.
DropoutRun runDropoutDraws(const Model& model, const ModelInput& input, RunOptions options);

}  // namespace headlight
