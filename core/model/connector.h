#pragma once

#include "core/attention/trace.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {

struct TowerInput;

/// What a connector makes of a tower's run, for each token of the text that stands for a part of a picture (`media`,
/// TowerInput::features): [tokens, width of the text].
Matrix connectedFeatures(const ConnectorSpec& part, const ConnectorWeights& weights, const Trace& tower,
                         const TowerInput& media);

/// Has the learned query of `part` gather the final states [n, width] of a vision model: its vector [1, width]. The
/// record gets its attention, one query, n keys.
Matrix pooledByAttention(const PoolingSpec& part, const PoolingWeights& weights, MatrixView states,
                         const std::vector<Token>& tokens, AttentionRecord& record);

}  // namespace headlight
