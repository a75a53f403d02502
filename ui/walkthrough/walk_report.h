#pragma once

#include <QString>
#include <vector>

#include "core/analysis/walkthrough.h"
#include "core/base/progress.h"
#include "ui/reading/engine.h"

namespace headlight {

/// The steps on the way of one token through one head, in their order.
enum class WalkStep { Tokens, Query, Keys, Scores, Mask, Softmax, Values, Heads, Output };
inline constexpr int kWalkSteps = static_cast<int>(WalkStep::Output) + 1;

/// Everything that a walkthrough tells: the numbers of one query of one head, and those of the heads beside it.
struct WalkReport {
  Walkthrough walk;
  std::vector<Token> tokens;  ///< [M].
  Matrix heads;               ///< [heads, M]: the query's weights in every head of the layer.
  Vector residualUpdate;             ///< [heads]: ‖what the head adds to what leaves the layer‖.
  float entering = 0;         ///< ‖the token's vector as it enters the layer‖.

  const Token& query() const { return tokens[static_cast<std::size_t>(walk.queryAt)]; }
  Index keys() const { return static_cast<Index>(tokens.size()); }
};

/// Computes the story of the query `token` of `head` in a reading that the real engine made. Throws Error for a reading
/// without a trace, a head or a token that there is not; Cancelled.
WalkReport tellWalk(const RunResult& reading, HeadId head, Index token, const Progress& progress = {});

/// Which keys are drawn where there is room for `most`: all, or the query and those with the largest weights, then keys
/// that it may not see; in their order.
std::vector<Index> keysToShow(const WalkReport& story, Index most);

}  // namespace headlight
