#pragma once

#include <cstddef>

namespace headlight {

/// One of a workspace's readings: which of its up to two models read which of its up to two texts.
struct RunId {
  int model = 0;  ///< 0, or 1 for the model that it is compared with.
  int text = 0;   ///< 0, or 1 for the text that it is compared with.
  bool operator==(const RunId&) const = default;
};

inline constexpr std::size_t kRuns = 4;

constexpr std::size_t indexOf(RunId run) { return static_cast<std::size_t>(2 * run.model + run.text); }
constexpr RunId runAt(std::size_t index) { return {static_cast<int>(index / 2), static_cast<int>(index % 2)}; }

}  // namespace headlight
