#pragma once

#include <memory>
#include <vector>

#include "core/attention/cached_rows.h"
#include "core/attention/expert_edit.h"
#include "core/attention/expert_rule.h"
#include "core/base/matrix.h"

namespace headlight {

/// Which experts work on each token, best first, and with what weight.
struct ExpertChoice {
  std::vector<std::vector<int>> experts;     ///< For each token; fewer than the rule's where one was full.
  std::vector<std::vector<float>> weights;   ///< Of what each gives.
};

/// The choice for each row of `logits` [n, experts], those of the tokens from `first` on, with `edits`. Under a
/// capacity the rows must begin with the text. The one place where experts are chosen.
ExpertChoice chooseExperts(const ExpertRule& rule, MatrixView logits, const std::vector<ExpertEdit>& edits = {},
                           Index first = 0);

/// From the derivative `gradient` [N, experts] of a number with respect to the weights of the experts (0 for those that
/// are not chosen) to that with respect to the router's logits [N, experts], which made them without edits. Which
/// experts are chosen, and which logits SparseMixer leaves out, is held as it is.
Matrix backThroughChoice(const ExpertRule& rule, MatrixView logits, MatrixView gradient);

/// What the router of one layer leaves behind: enough to make its choice again. Empty in a layer without experts.
struct ExpertRecord {
  CachedRows logits;                       ///< [N, experts], as the router's linear map gives them.
  std::shared_ptr<const ExpertRule> rule;  ///< Null in a layer without experts.
  std::shared_ptr<const std::vector<ExpertEdit>> edits;  ///< What was changed in its choice; null for nothing.

  explicit operator bool() const { return rule != nullptr; }
  /// The choice that the run used for the tokens from `first` on. Under a capacity `first` must be 0.
  ExpertChoice choice(Index first = 0) const {
    return chooseExperts(*rule, logits.bottomRows(logits.rows() - first), edits ? *edits : std::vector<ExpertEdit>(),
                         first);
  }
};

}  // namespace headlight
