#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// The metric that a person asks for; what is not named is chosen.
struct AskedMetric {
  Index row = 0;
  std::optional<std::int64_t> target = {};   ///< The likeliest outcome of text A without.
  std::optional<std::int64_t> against = {};  ///< The likeliest of text B, or the runner-up, without.
  bool alone = false;                        ///< One logit is watched, with nothing subtracted.
};

/// What `asked` comes to for a run of text A and, where there is one, of text B. Throws Error for an outcome that is
/// compared with itself.
LogitMetric settledMetric(const AskedMetric& asked, const Trace& a, const Trace* b);

}  // namespace headlight
