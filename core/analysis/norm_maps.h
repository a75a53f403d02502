#pragma once

#include <memory>

#include "core/attention/attention_maps.h"
#include "core/attention/trace.h"
#include "core/model/model.h"

namespace headlight {

// How much of what is attended to arrives: each of these is an AttentionMaps, so that every view and lens works on it.
// `trace` is a run of `model`. Memory grows with N. They throw Cancelled.

/// ‖A[q,k] f_h(x_k)‖, f_h(x_k) = v_k W_O^h: a cell for each head (Kobayashi et al. 2020). In the units of the hidden
/// states; rows do not sum to 1.
std::shared_ptr<const AttentionMaps> normWeightedAttention(const std::shared_ptr<const Model>& model,
                                                           std::shared_ptr<const Trace> trace,
                                                           const Progress& progress = {});

/// What of a sublayer the sum over the heads takes in.
enum class NormSum {
  Heads,    ///< ‖Σ_h A_h[q,k] f_h(x_k)‖ (Kobayashi et al. 2020).
  Residual  ///< With the residual on the diagonal and the norms on the way, their scales held at those of the run
            ///< (Kobayashi et al. 2021, "attention, residual, normalisation"; without a norm behind, only the
            ///< residual).
};
/// One head a layer: the norm of what all heads together bring from k to q.
std::shared_ptr<const AttentionMaps> normWeightedSum(const std::shared_ptr<const Model>& model,
                                                     std::shared_ptr<const Trace> trace, NormSum sum,
                                                     const Progress& progress = {});

/// Contributions in the manner of ALTI (Ferrando et al. 2022), one head a layer: max(0, ‖y_q‖₁ - ‖y_q - T[q,k]‖₁), rows
/// divided by their sum; T[q,k] is what the vectors of NormSum::Residual are, y_q the sublayer's output with residual
/// and norm. Each row costs N · heads · width, and each call N · width² beside: rows are cheaper together.
std::shared_ptr<const AttentionMaps> contributions(std::shared_ptr<const Model> model,
                                                   std::shared_ptr<const Trace> trace);

}  // namespace headlight
