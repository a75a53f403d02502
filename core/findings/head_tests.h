#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// How well each thing that a head may do fits every head in text A, next to chance. For TEST in previous_token,
/// next_token, own_token, induction, duplicate_token, punctuation, diffuse, local and sink (core/analysis/head_labels,
/// the sink taken out), copying (core/findings/copying_test) and retrieval (core/findings/needle_test), [L, H], NaN
/// where no token of the text could show it:
///
///   test.TEST.score   the mean mass; for diffuse the mean relative entropy, for copying the mean rank from -1 (a
///   negative
///                     head) to 1, for retrieval how often the head looks most at what comes next
///   test.TEST.chance  the same without any preference
///   test.TEST.error   standard error of score - chance
///   test.TEST.kappa   (score - chance) / (1 - chance): 0 for chance, 1 for certainty
///
/// and test.kappa [L, H, test], all of them beside each other. The last two are left out, with what they are about in
/// test.kappa, where the method has its limits; "retrieval.said" [1] is how often the model itself says what it read.
/// Throws Error for attention that is not from tokens to themselves; Cancelled.
Findings headTests(const AnalysisQuestion& question);

}  // namespace headlight
