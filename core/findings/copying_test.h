#pragma once

#include <memory>
#include <vector>

#include "core/analysis/tally.h"
#include "core/attention/trace.h"
#include "core/base/progress.h"
#include "core/model/model.h"

namespace headlight {

/// Whether heads raise the tokens that they look at (copying) or lower them (negative heads, copy suppression:
/// McDougall et al. 2023), in one text, [layer][head]: what a head writes from a token goes directly to the logits,
/// where the rank of that very token is 1 for the highest of all and -1 for the lowest; each query's ranks are weighted
/// by its attention without the sink. 0 is chance. Throws Error for models whose logits are no sums (reasonAgainstSums)
/// and for runs with changed values; Cancelled.
std::vector<std::vector<Tally>> copyingTest(const Model& model, std::shared_ptr<const Trace> text,
                                            const Progress& progress = {});

}  // namespace headlight
