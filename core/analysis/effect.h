#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/model/model.h"
#include "core/model/model_folder.h"

namespace headlight {

/// The rows of a trace's logits in which a model answers: the last token of a causal model, each mask of a masked one,
/// the one row of a classifier of texts, every token of a classifier of tokens. Throws Error for a model without a head
/// and for a masked model's text without a mask. `tokenizer` may be null but for a masked model.
std::vector<Index> answerRows(const ModelInfo& info, const Trace& trace, const Tokenizer* tokenizer);

/// Kullback–Leibler divergence Σ p (ln p - ln q) in nats of two distributions given as logarithms.
double divergence(const std::vector<double>& logP, const std::vector<double>& logQ);
/// The same of two runs' outcomes at a row of their logits; of independent ones, the sum over outcomes that happen or
/// not.
double divergence(const Logits& p, const Logits& q, Index row);

/// Runs every other text of the interventions with the model and keeps its trace beside it. Throws Error for a model
/// without a tokenizer, or as a run does.
void runOtherTexts(std::vector<Intervention>& interventions, const ModelFolder& model, const Progress& progress = {});

/// What a run with draws of a dropout comes to.
struct DrawnRun {
  std::shared_ptr<const Trace> trace;  ///< The first draw, its logits those of the mean: ln of the mean probabilities.
  std::shared_ptr<const Trace> first;  ///< The first draw with its own logits.
  Logits deviation;                    ///< Standard deviation of each probability over the draws; empty for one draw.
};

/// What several draws come to, row by row when it is asked for: ln of the mean of their probabilities, and the standard
/// deviation of each, [rows, outcomes]. `draws` are at least two of the same shape.
std::pair<Logits, Logits> meanAndDeviation(std::vector<Logits> draws);

/// Runs the model for every draw that options.interventions ask for; a single run without a dropout. Later draws begin
/// from the first one, so that the layers before the dropout are computed once.
DrawnRun runDraws(const Model& model, const Encoding& encoding, RunOptions options);

/// How far one head's attention moved between two runs.
struct HeadChange {
  HeadId head;
  double divergence = 0;  ///< Mean Jensen–Shannon divergence of its rows, in nats: 0 to ln 2.
};
/// Every head's change from one run of a model to another over as many tokens, the largest first. Throws Error when the
/// two have other shapes; Cancelled.
std::vector<HeadChange> headChanges(std::shared_ptr<const Trace> before, std::shared_ptr<const Trace> after,
                                    const Progress& progress = {});

}  // namespace headlight
