#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// The logit lens (nostalgebraist 2020) at every token of text A, before each layer, after its attention and at the
/// end: P points. Each goes through the final norm with its own statistics and the model's head. With settings.lens,
/// the points that it maps, before layers, and the end; each mapped first.
///
///   lens.top, lens.top_logprob      [P, n, settings.top]: the likeliest outcomes and their ln p
///   lens.entropy, lens.kl_to_end    [P, n]: nats; KL( end || point )
///   lens.answer                     [n]: the likeliest outcome at the end
///   lens.answer_logprob, lens.answer_rank  [P, n]: its ln p and rank (0 first) at each point
///   head_lens.top, .top_values, .bottom, .bottom_values  [L, H, settings.top]: outcomes with the largest (smallest)
///                                   direct logit of a head at metric.row, without biases, the final norm's scale held;
///                                   only where the head is one map of a stream that is a sum, and without
///                                   settings.lens
///
/// Throws Error for models that do not predict tokens and for layers with a narrower stream; Cancelled.
Findings lens(const AnalysisQuestion& question);

}  // namespace headlight
