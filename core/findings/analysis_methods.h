#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/circuits/analysis_question.h"

namespace headlight {

/// A method of `headlight analyse`.
struct AnalysisMethod {
  const char* name;
  const char* what;  ///< One line.
  /// Long names of the options that it reads beside --model and --output, without dashes: "text" stands for all ways to
  /// give an input, "other-text" for both ways to give a second one.
  std::vector<std::string> options;
  std::vector<std::string> values = {};  ///< What --values chooses of; empty where it does not read that.
  Findings (*run)(const AnalysisQuestion&);

  bool reads(const std::string& option) const;
};

/// All methods, in the order in which they are listed.
const std::vector<AnalysisMethod>& analysisMethods();

/// The method of that name; throws Error with the names that there are.
const AnalysisMethod& analysisMethodNamed(std::string_view name);

}  // namespace headlight
