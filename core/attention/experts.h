#pragma once

#include <memory>
#include <vector>

#include "core/attention/expert_rule.h"
#include "core/attention/cached_rows.h"
#include "core/base/matrix.h"

namespace headlight {

/// What the router of one layer leaves behind: enough to make its choice again. Empty in a layer without experts.
struct ExpertRecord {
  CachedRows logits;                      ///< [N, experts], as the router's linear map gives them.
  std::shared_ptr<const ExpertRule> rule;  ///< Null in a layer without experts.

  explicit operator bool() const { return rule != nullptr; }
};

/// Which experts work on each token, best first, and with what weight.
struct ExpertChoice {
  std::vector<std::vector<int>> experts;     ///< For each token; fewer than the rule's where one was full.
  std::vector<std::vector<float>> weights;   ///< Of what each gives.
};

/// The choice for each row of `logits` [N, experts]. Under a capacity the rows must begin with the text. The one place
/// where experts are chosen.
ExpertChoice chooseExperts(const ExpertRule& rule, MatrixView logits);

}  // namespace headlight
