#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/analysis/agreement.h"
#include "core/circuits/analysis_question.h"

namespace headlight {

/// What the likeliest prediction at one token owes to each token that an attention looks at.
struct PredictionEvidence {
  Index query = 0;
  LogitMetric metric;         ///< The outcome, and the row of the logits that it is read in.
  double logProbability = 0;  ///< Of the outcome.
  /// Of Hiding what ln p loses without the token (core/circuits/token_removal); of Relevance the query's row behind the
  /// last layer (core/gradients/relevance); of GradientInput and IntegratedGradients each token's part of ln p
  /// (core/gradients/token_attribution): a number for each token.
  std::vector<std::pair<Evidence, std::vector<double>>> rows;
  std::shared_ptr<const AttentionMaps> gradientAttention;  ///< Of every head A · d ln p / dA; null where it is missing.
  std::vector<std::pair<Evidence, std::string>> missing;   ///< With what the method said.

  /// All of it as rows of the comparison for a head of that attention, of the keys alone.
  std::vector<MethodAgainstRaw> rowsFor(HeadId head, const std::vector<Index>& keys) const;
};

/// Asks the methods of `wanted` for the prediction at `query` in `trace`, a run of `model` with logits: in
/// cross-attention of the decoder what it owes to the source. One backward pass, a run for each token that is hidden,
/// and for integrated gradients kIntegrationSteps of both. Throws Error for a token that there is not; Cancelled.
PredictionEvidence predictionEvidence(std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace,
                                      AttentionType attention, Index query, const std::vector<Evidence>& wanted,
                                      const Progress& progress = {});

}  // namespace headlight
