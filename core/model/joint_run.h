#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/attention/trace.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {

/// Whether the texts of `description` can run jointly: each reads ids alone in one stack, and what a row comes to does
/// not depend on the rows beside it, on this processor.
bool runsJointly(const Architecture& description);

/// Runs the layers over several texts in one pass, in which each is by itself: maps, norms and activations go over the
/// rows of all, attention goes text by text. Fills the attention and the hidden states of `traces`, whose encodings
/// must not be empty; their rows lie in the memory of all. Throws Error for numbers that are none; `name` is for it.
void runJointly(const Architecture& description, const Weights& weights, const std::string& name,
                const std::vector<std::shared_ptr<Trace>>& traces);

}  // namespace headlight
