#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/base/progress.h"
#include "core/reading/input.h"
#include "core/reading/reading.h"
#include "core/reading/source.h"

namespace headlight {

/// How an input is read.
struct ReadOptions {
  std::vector<Intervention> interventions = {};  ///< Act in their order.
  /// For a person who is still typing: a text may have no token of its own, and interventions that do not fit are left
  /// out and noted. Otherwise both are an Error.
  bool lenient = false;
  bool logits = true;                       ///< Whether the model's answers are wanted beside its attention.
  std::shared_ptr<const Trace> resumeFrom = {};   ///< RunOptions::resumeFrom.
  int alternatives = 1;                     ///< Of each step that the model writes.
  Progress progress = {};
  std::function<void(const Generation&)> onToken = {};  ///< GenerationOptions::onToken.
};

/// Has `source` read `input`: a model runs over its tokens and writes what Input::writing asks for; attention from a
/// file is what it is, whatever the input. Throws Error where the source cannot read the input and as a run does;
/// Cancelled.
Reading read(const Source& source, const Input& input, const ReadOptions& options = {});

}  // namespace headlight
