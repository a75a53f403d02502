#pragma once

#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

/// A head and how far it lies from another one, as compareHeads() has it.
struct HeadDistance {
  HeadId head;
  double divergence = 0;         ///< Jensen–Shannon divergence, mean over rows, in nats.
  double totalVariation = 0;     ///< Mean over rows.
  double largestDifference = 0;  ///< Of a cell.
};

/// Which heads differ most between two maps over the same axes: each head of both, from the head of the same number;
/// the largest divergence first, equals in the order of heads. Cells that are NaN are left out (compareHeads). Throws
/// Error when the axes differ in length.
std::vector<HeadDistance> rankDifferences(const AttentionMaps& a, const AttentionMaps& b,
                                          const Progress& progress = {});

/// All other heads of `maps` by their likeness to `head`: the smallest divergence first.
std::vector<HeadDistance> rankLikeness(const AttentionMaps& maps, HeadId head, const Progress& progress = {});

}  // namespace headlight
