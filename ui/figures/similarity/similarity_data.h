#pragma once

#include <algorithm>
#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

/// All heads of some maps as points whose distances come near to the distances of their attention.
struct SimilarityData {
  int layers = 0;
  std::vector<HeadId> heads;  ///< The head of each index.
  Eigen::MatrixXd distances;  ///< [heads, heads]: the Jensen–Shannon distance, √ of the divergence in nats: 0 to √ln 2.
  Eigen::MatrixXd points;  ///< [heads, 2]: classical multidimensional scaling of `distances`.
  double stress = 0;  ///< √(Σ (d − d₂)² / Σ d²) of the distances d and those of the points d₂ (Kruskal 1964).

  Index count() const { return static_cast<Index>(heads.size()); }
  HeadId headOf(Index index) const { return heads[static_cast<std::size_t>(index)]; }
  /// -1 for a head that is not there.
  Index indexOf(HeadId head) const {
    const auto found = std::find(heads.begin(), heads.end(), head);
    return found == heads.end() ? -1 : static_cast<Index>(found - heads.begin());
  }
  /// The other heads, nearest first.
  std::vector<Index> nearest(Index index) const;
};

/// Compares every head with every other one: time grows with the square of the number of heads. Throws Cancelled.
SimilarityData computeSimilarity(const AttentionMaps& maps, const Progress& progress = {});

}  // namespace headlight
