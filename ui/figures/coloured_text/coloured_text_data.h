#pragma once

#include <vector>

#include "ui/figures/attention_context.h"
#include "ui/figures/token_axis.h"

namespace headlight {

/// What a coloured text needs to know; a value, so that a job can compute it elsewhere.
struct ColouredTextRequest {
  HeadId head;
  Index token = 0;  ///< A query, or a key when it receives.
  Direction direction = Direction::Gives;
  std::vector<Index> sinks;  ///< Key columns set apart from what a token gives.
  bool operator==(const ColouredTextRequest&) const = default;
};

/// The weights of one token over the text. Places are those of `axis`.
struct ColouredTextData {
  ColouredTextRequest request;
  TokenAxis axis;
  Index chosen = 0;                ///< Place of the chosen token.
  std::vector<float> weights;      ///< [places]; negative where there is no weight: hidden, a sink, or not in the map;
                                   ///< NaN where it is no number.
  std::vector<bool> sink;          ///< [places]: set apart.
  std::vector<float> sinkWeights;  ///< [places]: what goes to a sink; 0 elsewhere.
  double sinkMass = 0;             ///< Their sum.
  float largest = 0;               ///< Without sinks.
  Index numberless = 0;            ///< How many weights are no number.
};

/// Reads one row or one column; `context` tells who sees whom.
ColouredTextData computeColouredText(const AttentionMaps& maps, const AttentionContext& context,
                                     const ColouredTextRequest& request, const Progress& progress = {});

}  // namespace headlight
