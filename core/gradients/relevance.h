#pragma once

#include <vector>

#include "core/gradients/backward.h"

namespace headlight {

/// Relevance of a run's tokens for a metric by gradients of attention (Chefer, Gur and Wolf 2021, "Generic
/// attention-model explainability"), after each layer. Row = a token after that layer, column = one of the input.
struct Relevance {
  std::vector<Matrix> self;     ///< [N, N] each: R = R + Ā R from R = I, Ā the mean over heads of max(0, A dm/dA).
  std::vector<Matrix> encoder;  ///< Of an encoder–decoder model its encoder's, [M, M] each.
  /// Its decoder's tokens to those of the source, [N, M] each. A row of the normalised relevances whose sum is 0 stays 0.
  std::vector<Matrix> cross;
};

/// `gradients` are those of `trace` with BackwardOptions::heads. Memory is N² numbers a layer: throws Error for more than
/// kMostRelevanceBytes of them, Cancelled.
Relevance relevance(const Trace& trace, const Gradients& gradients, const Progress& progress = {});
inline constexpr double kMostRelevanceBytes = 2147483648.0;

}  // namespace headlight
