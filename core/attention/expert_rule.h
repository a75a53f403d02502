#pragma once

#include <vector>

#include "core/base/index.h"

namespace headlight {

/// How a router's logits become the choice of experts for a token and the weights of what these give.
struct ExpertRule {
  enum class Scores {
    Softmax,          ///< Over all experts.
    SoftmaxOfChosen,  ///< Over the chosen ones alone.
    Sigmoid,          ///< Of each logit by itself.
    SparseMixer       ///< Liu et al. 2024 (GRIN): softmax over logits near the largest one, for each choice in turn.
  };
  Scores scores = Scores::Softmax;
  Index chosen = 1;           ///< Experts of a token.
  bool renormalised = false;  ///< Weights are divided by their sum, or by `least` where that is larger.
  float least = 0;
  float scale = 1;                ///< Multiplies the weights then.
  std::vector<float> correction;  ///< [experts], added to the scores for the choice alone; empty for none.
  /// The experts lie in groups of the same size, of which some are chosen first: by their best score, or by the sum of
  /// their two best (DeepSeek-V2 and V3).
  Index groups = 1, chosenGroups = 1;
  bool byTwoBest = false;
  float jitter =
      0.01F;  ///< SparseMixer: logits that are further below the largest, twice this relatively, are left out.
  Index capacity = 0;    ///< An expert takes that many tokens, the first ones (Fedus et al. 2022); 0: all.
};

}  // namespace headlight
