#pragma once

#include <string>
#include <vector>

#include "core/analysis/head_table.h"
#include "core/io/table.h"

namespace headlight {

/// The facts of a head as a method measures them: "raw", "norm".
struct MeasuredHead {
  std::string method;
  HeadFacts facts;
};

/// The table that files of head facts hold: method, layer, head, label, the numbers of headColumns(), and the score and
/// the chance of each label; a row for each of `heads`, of which there must be one.
Table headTableFile(const std::vector<MeasuredHead>& heads);

}  // namespace headlight
