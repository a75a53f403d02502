#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

// What heads do by their weights alone, with no text (Elhage et al. 2021). F is raw or folded (core/circuits/
// head_weights.h; the output matrix then has the final norm's gain and, for LayerNorm, its rows' mean taken out);
// settings.values chooses. E are the token embeddings with the model's scale, U the output matrix. Biases and rotation
// are left out: queries and keys at the same place. Each throws Error for models whose heads are no products of
// matrices (latent attention, narrower streams); those in token space also for models without a stream that is a sum
// from token embeddings to one output matrix, naming what lies between; Cancelled.

/// Whether a head copies what it sees:
///   ov_copying.F      [L, H]: Σ eigenvalues / Σ their absolute values of E WV WO Uᵀ; 0 where all are 0
///   ov_eigenvalues.F  [L, H, dValue, 2]: real and imaginary parts, largest magnitude first
Findings copyingScores(const AnalysisQuestion& question);

/// The part of the vocabulary whose own column is among the 5 largest (smallest) of its row of E WV WO Uᵀ, of
/// settings.heads (all of them without a choice; others are NaN):
///   ov_own_token_top5.F, ov_own_token_bottom5.F  [L, H]
/// Work grows with the square of the vocabulary.
Findings ownTokens(const AnalysisQuestion& question);

/// The largest and smallest entries, settings.top of each, of scale E WQ WKᵀ Eᵀ (query token, key token) and of
/// E WV WO Uᵀ (token seen, token written), of settings.heads (the first head of the first layer and the last of the
/// last without a choice):
///   qk_top.F.l.h.pairs, qk_bottom.F.l.h.pairs, ov_top.…, ov_bottom.…  [top, 2]: best first
///   ….values                                                          [top]
/// Work grows with the square of the vocabulary.
Findings topPairs(const AnalysisQuestion& question);

/// How much of what a head writes another head of a later layer reads, through its queries, keys or values:
///   composition_Q.F, composition_K.F, composition_V.F  [L, H, L, H]: writer, reader: the Frobenius norm of
///       OV1 QK2, OV1 QK2ᵀ, OV1 OV2 divided by those of the two factors; 0 where the reader's layer is not later
///   composition_baseline  [3, 2]: mean and standard deviation of 16 random pairs of such shapes, of Q, K and V
/// Folded only where norms lie before the layers.
Findings compositionScores(const AnalysisQuestion& question);

}  // namespace headlight
