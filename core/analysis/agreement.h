#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/analysis/methods.h"
#include "core/base/ids.h"

namespace headlight {

/// Spearman's rank correlation (1904) of two lists of as many numbers, -1 to 1; equal numbers share their mean rank. 0
/// where one list is constant, or has fewer than two numbers.
double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b);

/// What one method says of a token: a number for each key that the token may see.
struct MethodRow {
  Method method = Method::Raw;
  std::vector<double> row;
};

/// Several methods for the same token side by side.
struct SideBySide {
  std::vector<Index> keys;                              ///< The keys that the query may see.
  std::vector<MethodRow> rows;                          ///< In the order of the methods asked for.
  Eigen::MatrixXd agreement;                            ///< Rank correlation of every two rows.
  double lowest = 1;                                    ///< The least of them.
  Method lowestA = Method::Raw, lowestB = Method::Raw;  ///< Between which.

  /// Whether the methods rank the keys so differently that none should be read alone: lowest below 0.5.
  bool disagree() const { return lowest < 0.5; }
};

/// Reads the row of `query` of every method: of `head` where the method has heads, of its layer otherwise. Throws Error
/// for a head or token that there is not, or as a method does; Cancelled.
SideBySide methodsSideBySide(std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace, HeadId head,
                             Index query, const std::vector<Method>& methods, const Progress& progress = {});

}  // namespace headlight
