#pragma once

#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

/// What stands for the attention of a layer in a token flow.
enum class FlowWeights {
  Mean,     ///< The mean over its heads.
  Head,     ///< One head, the same number in every layer.
  Rollout,  ///< The mean over its heads and the residual stream, half each (Abnar and Zuidema 2020).
};

/// What a token flow needs to know; a value, so that a job can compute it elsewhere.
struct FlowRequest {
  FlowWeights weights = FlowWeights::Mean;
  int head = 0;              ///< For FlowWeights::Head.
  int level = 0;             ///< The chosen token stands after so many layers; 0 is the input.
  Index token = 0;           ///< The chosen token.
  std::vector<Index> sinks;  ///< Columns that get no links.
  std::size_t perLayer = 0;  ///< At most so many links of a layer are kept: the strongest.
  bool operator==(const FlowRequest&) const = default;
};

/// One weight between two levels.
struct FlowLink {
  Index query = 0, key = 0;  ///< The token after the layer, and the one before it that it looks at.
  float weight = 0;
  float share = 0;  ///< Of the chosen token: what reaches it along this link.
};

/// The links between neighbouring levels of all layers, and how the chosen token is made of others on its way.
struct FlowData {
  FlowRequest request;
  int layers = 0;
  Index tokens = 0;
  std::vector<std::vector<FlowLink>> links;  ///< [layers]: those without a share first, then the weakest first.
  std::size_t weaker = 0;                    ///< Links of at least kLeastFlow that are left out.
  Matrix share;  ///< [layers + 1, tokens]: the part of the chosen token that stands on each token after so
                 ///< many layers; rows up to its level sum to 1, the others are 0.
  std::vector<double> sinkMass;  ///< [layers]: mean weight on the sinks.
  Index numberless = 0;          ///< Weights that are no number, over all layers: nothing flows there.

  int levels() const { return layers + 1; }
};

/// Links below are never drawn.
inline constexpr float kLeastFlow = 0.01F;

/// Layer by layer from the last one down, in bands of rows. Needs as many queries as keys, throws Error
/// otherwise. Throws Cancelled. With FlowWeights::Rollout, row 0 of `share` is the rollout of the chosen token.
FlowData computeFlow(const AttentionMaps& maps, const FlowRequest& request, const Progress& progress = {});

}  // namespace headlight
