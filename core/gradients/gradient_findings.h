#pragma once

#include "core/circuits/analysis_question.h"
#include "core/gradients/backward.h"

namespace headlight {

// What gradients say of a question's metric (`logProbability` of its settings: of ln p of the target), as tensors.
// Names of an encoder–decoder model have "encoder_", "decoder_" or "cross_" before their kind. Each throws as
// backward().

/// Kinds that gradientFindings() has, the names that AnalysisSettings::values chooses of.
const std::vector<std::string>& gradientKinds();

/// "metric" [1] and "grad.KIND.l", its derivative with respect to each kind of layer l ("grad.embeddings" has no
/// layer): [n, width], [n, heads, numbers] or [heads, n, keys]. Throws Error where those that are asked for need more
/// than kMostFoundBytes of memory.
Findings gradientFindings(const AnalysisQuestion& question);
inline constexpr double kMostFoundBytes = 4294967296.0;

/// Of each token "grad_x_input", "grad_x_input_l2" and "grad_l2" [n].
Findings tokenGradientFindings(const AnalysisQuestion& question);

/// "grad_x_attention" [layers, heads, n, keys].
Findings gradientAttentionFindings(const AnalysisQuestion& question);

/// "head_importance" [layers, heads].
Findings headImportanceFindings(const AnalysisQuestion& question);

/// "integrated_gradients" [n], "metric_at_baseline" [1] and "remainder" [1], what the steps leave.
Findings integratedGradientFindings(const AnalysisQuestion& question);

/// "chefer" [n, n]; of an encoder–decoder model "chefer_encoder", "chefer_decoder" and "chefer_cross" [n, keys].
Findings relevanceFindings(const AnalysisQuestion& question);

/// "atp.VALUE": stream, attn_out, mlp_out [layers, n]; z, q, k, v [layers, heads, n]; pattern [layers, heads]; of a
/// decoder with an encoder cross_attn_out and cross_z as well.
Findings attributionPatchingFindings(const AnalysisQuestion& question);

/// "edges.eap", "edges.eap_ig" and "edges.eap_ig_from_0" [sources, targets].
Findings edgeAttributionFindings(const AnalysisQuestion& question);
const std::vector<std::string>& edgeAttributionKinds();

}  // namespace headlight
