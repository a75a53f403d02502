#pragma once

#include <memory>

#include "core/attention/attention_maps.h"
#include "core/model/model.h"

namespace headlight {

/// Value zeroing (Mohebbi et al. 2023), one head a layer: cell [q, k] is 1 - cos of the layer's output at q and the
/// same with the value of token k set to 0 in every head; 0 to 2, rows not normalised. Each layer is computed once for
/// each token, so it refuses more than `kMostZeroingTokens` tokens with an Error. Memory is N² a layer. Throws
/// Cancelled.
std::shared_ptr<const AttentionMaps> valueZeroing(const Model& model, const Trace& trace,
                                                  const Progress& progress = {});
inline constexpr Index kMostZeroingTokens = 512;

}  // namespace headlight
