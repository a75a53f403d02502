#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/attention/trace.h"
#include "core/base/progress.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {

/// What one stack of layers shall read: a whole model, an encoder or a decoder.
struct StackRun {
  const Architecture& description;
  const Weights& weights;
  /// For each layer; none of cross-attention where there is none.
  std::vector<std::shared_ptr<const LayerEdits>> edits, crossEdits;
  const Trace* resumeFrom = nullptr;          ///< An earlier run of this stack over the same source; null for none.
  std::shared_ptr<const Trace> source;  ///< The encoder's run, for a decoder.
  std::string name = {};                ///< For messages: "model 'x', encoder ".
  bool isRead = false;                  ///< Whether another stack reads the final states.
  /// Called with the values at each site of each layer that is computed; null for nobody.
  std::function<void(int layer, LayerSite, MatrixOut)> watch = {};
};

/// Runs the layers over the tokens, the pixels and the features of `trace`, which must not be empty: fills the
/// attention and the hidden states of `trace`. Throws Error for numbers that are none, and Cancelled.
void runStack(StackRun run, Trace& trace, const Progress& progress);

/// What layer `layer` reads of the last `count` tokens: the hidden states, with the trace's additions in `added`, which
/// must live as long.
MatrixView layerInput(const Trace& trace, std::size_t layer, Index count, Matrix& added);

}  // namespace headlight
