#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// How well each thing that a head may do fits every head in text A, next to chance (core/analysis/head_labels.h says
/// what each is, the sink taken out). For TEST in previous_token, next_token, itself, induction, duplicate_token,
/// punctuation, broad and sink, [L, H], NaN where no token of the text could show it:
///
///   test.TEST.score   the mean mass (for broad, the mean relative entropy)
///   test.TEST.chance  the same without any preference
///   test.TEST.error   standard error of score - chance
///   test.TEST.kappa   (score - chance) / (1 - chance): 0 for chance, 1 for certainty
///
/// Throws Error for attention that is not from tokens to themselves; Cancelled.
Findings headTests(const AnalysisQuestion& question);

}  // namespace headlight
