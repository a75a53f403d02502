#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// Why a cell of text A has its score: for the cell c of settings.cells, in their order,
///
///   score_parts.c   [W, W]: what writer a of the query's stream and writer b of the key's add together, rotation
///                   included, every norm's division held at that of the run; the writers are the labels of the axes
///   score.c         [1]: scale times query times key, before soft cap, mask and position terms
///   rotary_pairs.c  [pairs]: what each pair of numbers that turns together adds; only with a rotary embedding
///   rotary_rest.c   [1]: what the numbers add that do not turn
///   rotary_frequencies [pairs]: radians a token, of the first cell's layer
///
/// Throws Error for layers with a narrower stream, queries that are cut or latent attention, naming them, and for
/// cells that there are not; Cancelled.
Findings scoreWriters(const AnalysisQuestion& question);

}  // namespace headlight
