#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "core/analysis/ablation.h"

namespace headlight {

/// Which answer is watched and what stands for a head's output: the options of `ablate` and of `figure --view
/// ablation`.
struct AblationArgument {
  std::vector<std::string> by = {"zero"};
  std::string target, other;
  std::optional<Index> position;

  void addTo(CLI::App& command);
  /// What is asked of `clean`, a run of `model`, for each of `by`; throws Error for an answer that there is not.
  std::vector<AblationQuestion> questions(const ModelFolder& model, const Trace& clean) const;
};

}  // namespace headlight
