#pragma once

#include <numbers>
#include <optional>
#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

/// The largest Jensen–Shannon divergence that there is, in nats.
inline constexpr double kLargestDivergence = std::numbers::ln2;

/// How far two heads' attention lies apart.
struct Comparison {
  std::vector<std::optional<double>> rowDivergence;  ///< Jensen–Shannon divergence of every row, in nats: 0 to ln 2.
                                                     ///< None where no key has a number on both sides.
  double divergence = 0;         ///< Their mean over the rows that both have.
  double totalVariation = 0;     ///< Mean over the same rows of Σ |P - Q| / 2, the part of a row that moved: 0 to 1.
  double correlation = 0;        ///< Pearson's r of all weights that both have; 0 where one side is constant.
  double largestDifference = 0;  ///< The largest |A - B| of a cell.
};

/// Compares `a` of one map with `b` of another over the same axes; cells that are NaN (gaps) on either side are left
/// out and the rest of the row is taken as a distribution of its own. Throws Error when the axes differ in length;
/// Cancelled.
Comparison compareHeads(const AttentionMaps& mapsA, HeadId a, const AttentionMaps& mapsB, HeadId b,
                        const Progress& progress = {});

/// Jensen–Shannon divergence between all heads, in the order of maps.allHeads(): mean over the queries whose weights
/// are numbers in every head, of JS(P, Q) = (KL(P|M) + KL(Q|M)) / 2, M = (P + Q) / 2, in nats. [heads, heads],
/// symmetric, zero on the diagonal (Clark et al. 2019). Rows that need not sum to 1 are brought to it. Throws Error
/// where there is no such query.
Eigen::MatrixXd headDivergences(const AttentionMaps& maps, const Progress& progress = {});

/// Classical multidimensional scaling (Torgerson 1952): points [n, dimensions] whose distances come as near to
/// `distances` [n, n] as can be. The sign of each axis is fixed (its largest entry is positive), so that the same
/// distances give the same picture.
Eigen::MatrixXd layOutByDistance(const Eigen::MatrixXd& distances, Index dimensions);

}  // namespace headlight
