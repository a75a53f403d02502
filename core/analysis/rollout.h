#pragma once

#include <memory>

#include "core/attention/attention_maps.h"

namespace headlight {

/// Attention rollout (Abnar and Zuidema 2020): M[l] = (mean of the heads of layer l + I) / 2, R[0] = M[0], R[l] = M[l]
/// R[l-1]. The result has one head a layer: row = a token after layer l, column = a token of the input; rows sum to 1
/// where those of `maps` do. Needs as many queries as keys, and no more than mostRolloutTokens(layers), since memory is
/// N² a layer; throws Error otherwise, Cancelled.
std::shared_ptr<const AttentionMaps> rollout(const AttentionMaps& maps, const Progress& progress = {});

/// How many tokens a rollout over so many layers takes: those for which it needs `kMostRolloutBytes` of memory.
Index mostRolloutTokens(int layers);
inline constexpr double kMostRolloutBytes = 2147483648.0;

/// M[l] of the same paper for one layer, in double precision: [N, N].
Eigen::MatrixXd mixingMatrix(const AttentionMaps& maps, int layer);

/// Attention flow (same paper) into the tokens after `layer`: entry [q, k] is the maximum flow from token q after that
/// layer to token k of the input, where the edge from (l + 1, q) to (l, k) carries at most M[l][q, k]. Each pair on its
/// own: N² maximum flows over a graph of (layer + 1) N² edges, so it refuses more than `kMostFlowTokens` tokens with an
/// Error. Throws Cancelled.
Eigen::MatrixXd attentionFlow(const AttentionMaps& maps, int layer, const Progress& progress = {});
inline constexpr Index kMostFlowTokens = 64;
/// The same of every layer, one head a layer as rollout() has it; rows do not sum to 1.
std::shared_ptr<const AttentionMaps> flowMaps(const AttentionMaps& maps, const Progress& progress = {});

}  // namespace headlight
