#pragma once

#include <memory>

#include "core/model/model.h"

namespace headlight {

/// A model with one of its runs.
struct ModelRun {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Trace> trace;
};
/// The stack whose self-attention is meant, as a model with a run of its own: of an encoder–decoder model its encoder or
/// the decoder that it is itself. Throws Error for cross-attention, which has two stacks, and where there is no encoder.
ModelRun stackOf(const ModelRun& run, AttentionType type);

}  // namespace headlight
