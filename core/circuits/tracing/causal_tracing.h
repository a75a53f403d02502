#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// Numbers that are added to the vectors of some tokens, before positions and norms of the embedding, in several runs.
struct CausalNoise {
  std::vector<Index> tokens;
  std::vector<Matrix> draws;  ///< [tokens, width of the embeddings] each.
  double deviation = 0;       ///< The standard deviation that they were drawn with.
};

/// Gaussian noise (Box and Muller 1958) for what `asked` names of a run of `model`: the same of the same seed on every
/// system. Throws Error without tokens, for those that there are not, and for numbers out of range.
CausalNoise causalNoise(const Model& model, const Trace& trace, const SubjectNoise& asked);

/// Causal tracing (Meng et al. 2022): the subject's vectors are corrupted by noise, and one value of the clean run is
/// put back. Numbers are probabilities of the metric's target at its row, means over the draws: that of the corrupted
/// run with the value put back, minus that of the corrupted run (the indirect effect). settings.values chooses of
/// stream, attn_out and mlp_out:
///
///   trace.stream                      [L, n]: what a layer reads at a token
///   trace.attn_out, trace.mlp_out     [L, n]: a sublayer's outputs at a token, of settings.noise.window layers around
///   that one,
///                                     from layer - window / 2 (rounded down) on
///   trace.clean, trace.corrupted      [1]: the probability in the clean run, and its mean over the corrupted ones
///   trace.corrupted_draws             [draws]
///   trace.deviation                   [1]: of the noise
///
/// Throws Error as causalNoise, for a model without a head, and for layers with a narrower stream; Cancelled.
Findings causalTracing(const AnalysisQuestion& question);
/// The same with noise that is given.
Findings causalTraces(const AnalysisQuestion& question, const CausalNoise& noise);
const std::vector<std::string>& tracedValues();

}  // namespace headlight
