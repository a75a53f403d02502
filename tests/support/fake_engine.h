#pragma once

#include <atomic>
#include <memory>

#include "ui/reading/engine.h"

namespace headlight::test {

/// An Engine that needs no model: words are tokens, after a special first one, and the weights follow from layer, head
/// and word lengths. What a test wants to see or to provoke is here.
struct FakeEngine {
  std::atomic<int> runsStarted = 0, runsFinished = 0, runsCancelled = 0;
  std::atomic<int> opensCancelled = 0;
  /// A run or an opening reports progress this many times, a millisecond each.
  std::atomic<int> runSteps = 0, openSteps = 0;
  /// How often weights of its results were asked for.
  std::atomic<int> weightsRead = 0;

  /// Folders named "broken" cannot be opened; "large" has 12 × 12 heads, others 4 × 8. The text "fail" cannot be read;
  /// texts of more than 20 words have a warning. Of changes it knows ablations by zero; others do not fit.
  Engine engine();
};

}  // namespace headlight::test
