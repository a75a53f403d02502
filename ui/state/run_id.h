#pragma once

#include <cstddef>

namespace headlight {

/// One of a workspace's readings: which of its up to two models read which of its up to two texts, as the model is or
/// with the workspace's changes.
struct RunId {
  int model = 0;         ///< 0, or 1 for the model that it is compared with.
  int text = 0;          ///< 0, or 1 for the text that it is compared with.
  bool changed = false;  ///< With the changes.
  bool operator==(const RunId&) const = default;
};

inline constexpr std::size_t kRuns = 8;

/// Those of the models as they are come first, so that each is known when its changed one is wanted.
constexpr std::size_t indexOf(RunId run) {
  return static_cast<std::size_t>((run.changed ? 4 : 0) + 2 * run.model + run.text);
}
constexpr RunId runAt(std::size_t index) {
  return {static_cast<int>(index / 2 % 2), static_cast<int>(index % 2), index >= 4};
}
/// The same reading of the model as it is.
constexpr RunId unchanged(RunId run) { return {run.model, run.text, false}; }

}  // namespace headlight
