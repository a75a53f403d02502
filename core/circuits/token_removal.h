#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// What text A owes to each of its tokens: the token taken away as a key from every query of every layer and head of
/// self-attention, after what else changes the run. settings.values chooses of the variants V:
///
///   hide         its score is minus infinity; a row that sees no other key stays as it is
///   weight_0.1   its weight times 0.1, rows brought to sum 1 again
///   score_0.1    its final score (scaled, capped) times 0.1, as AtMan's formula has it (Deiseroth et al. 2023,
///                suppression factor 0.9); a negative score rises
///   atman_0.1    the same of how far it lies above the smallest score that the row sees, as AtMan's program has it
///
///   remove.V.A.delta  [n]: ln p of metric.target at metric.row without token j minus ln p
///   remove.V.A.kl     [n, n]: [j, t] = KL( p || p without j ) of the outcomes at position t, nats
///
/// For heads that answer once for a text, t has one place. Throws Error for models without a head and for layers with a
/// narrower stream; Cancelled.
Findings tokenRemoval(const AnalysisQuestion& question);
const std::vector<std::string>& removalVariants();

/// remove.hide.A.delta alone, [n], for which no other row of the logits is made: the causal yardstick of methods that
/// estimate what a token matters. Throws as tokenRemoval().
std::vector<double> hidingEffects(const AnalysisQuestion& question);

}  // namespace headlight
