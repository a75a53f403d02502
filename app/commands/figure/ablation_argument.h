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
  std::optional<std::string> position;

  void addTo(CLI::App& command);
  /// Throws UsageError for a text that nothing is taken from.
  void check() const;
  /// What is asked of `clean`, a run of `model`, for each of `by`, with a remark on a target that may mean another;
  /// throws Error for an answer that there is not.
  std::vector<AblationQuestion> questions(const ModelFolder& model, const Trace& clean, Remarks& remarks) const;
};

/// The token or class that `option` names, with a remark where the name may mean another one; throws Error that begins
/// with the option.
std::int64_t outcomeOf(const char* option, const ModelFolder& model, const std::string& name, Remarks& remarks);

}  // namespace headlight
