#pragma once

#include <algorithm>
#include <string>

#include "core/base/error.h"
#include "core/circuits/analysis_question.h"

namespace headlight::test {

/// The tensor of that name. Throws Error where there is none.
inline const NamedTensor& tensorNamed(const Findings& found, const std::string& name) {
  const auto at = std::find_if(found.begin(), found.end(), [&](const NamedTensor& each) { return each.name == name; });
  if (at == found.end()) throw Error("tensor '" + name + "': not found");
  return *at;
}

}  // namespace headlight::test
