#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// Activation patching (Vig et al. 2020; Meng et al. 2022; Wang et al. 2022): values of text B put into the run of A,
/// all behind them computed again. Each number is (m(changed A) - m(A)) / (m(B) - m(A)): 0 for no effect, 1 for all
/// that B differs by. settings.values chooses of:
///
///   patch.stream                        [L, n]: what a layer reads at a token
///   patch.attn_out, patch.mlp_out       [L, n]: a sublayer's output at a token, before the norm behind it
///   patch.z, patch.q, patch.pattern     [L, H]: a head's output before the output matrix, query (after norms and
///                                       rotation), weights, at all tokens
///   patch.k, patch.v                    [L, K]: a key/value head's keys, values, for all heads that read it
///   patch.z_by_token                    [L, H, n]
///   metric.A, metric.B                  [1]
///
/// Throws Error for texts of other lengths, texts with the same metric, and layers with a narrower stream; Cancelled.
Findings patchingGrids(const AnalysisQuestion& question);
const std::vector<std::string>& patchedValues();

/// Ablation of heads and sublayers of text A: the metric itself with an output replaced by nothing, by its mean over
/// the tokens of A, or by its mean over those of B (at every token the same). settings.values chooses of zero, mean and
/// mean_other, which needs B:
///
///   ablate.BY.z                          [L, H]
///   ablate.BY.attn_out, ablate.BY.mlp_out  [L]: with its bias
///   metric.A                             [1]
Findings ablations(const AnalysisQuestion& question);
const std::vector<std::string>& ablatedBy();

}  // namespace headlight
