#pragma once

#include "core/model/architecture.h"
#include "core/model/model.h"
#include "core/model/weights.h"

namespace headlight {

/// What a model is made of; shared with the logits of its traces. Throws Error from both checks.
struct Model::Parts {
  ModelInfo info;
  Architecture description;
  Weights weights;
  GenerationConfig generation;
  std::shared_ptr<const Model> encoder, tower, earlier;  ///< Null without one.

  /// That no file in which weights are used in place was cut off or written to since it was opened.
  void checkFiles() const;
  /// That logits say something; -infinity is an outcome that cannot be.
  void checkLogits(const Matrix& logits) const;
};

}  // namespace headlight
