#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// Who gave the answer: direct logit attribution (Elhage et al. 2021; Wang et al. 2022) of the metric by head and
/// source token, for text A and, where there is one, text B at the same row. T is A or B:
///
///   attribution.T                   [L, H, n]: weight of source k in the row times what its value adds
///   attribution_rest.T.embedding, .position, …  [1]: what each table of the embedding adds
///   attribution_rest.T.mlp          [L]
///   attribution_rest.T.attention_bias  [L]; left out where no layer has one
///   attribution_rest.T.norm_bias, .unembedding_bias  [1]; left out where they are 0
///   attribution_total.T             [1]: their sum, the metric before a soft cap
///
/// Every norm's scale is held at that of the run. Throws Error for models whose logits are no such sum, naming why,
/// and for a row or outcomes that there are not; Cancelled.
Findings sourceAttribution(const AnalysisQuestion& question);

}  // namespace headlight
