#pragma once

#include <optional>

#include "core/reading/input.h"
#include "core/reading/source.h"

namespace headlight {

/// The tokens that an input comes to.
struct InputTokens {
  ModelInput read;                 ///< Of an encoder–decoder model, what its encoder reads.
  std::optional<Encoding> target;  ///< What its decoder reads; none for other models.

  /// What a model says the next token of.
  const Encoding& last() const { return target ? *target : read.encoding; }
};

/// Turns `input`, with its continuation, into the tokens that `model` reads. Throws Error for an input that the model
/// does not read, or that it has no tokenizer for, and for ids that are none.
InputTokens tokensOf(const Source& model, const Input& input);

}  // namespace headlight
