#pragma once

#include "core/model/architecture.h"
#include "core/model/weights.h"
#include "core/text/encoding.h"

namespace headlight {

struct PixelInput;

/// What a stack reads beside the ids of its tokens.
struct EmbeddingInput {
  const PixelInput* pixels = nullptr;  ///< Of an image or a sound in place of a text; null for a text.
  const Matrix* features = nullptr;    ///< Of pictures in a text: one row for each token that has a place in one.
};

/// The input of the first layer from the token `first` on, [N - first, width]: token, position and type embeddings with
/// their scale, norm and projection. Throws Error for ids outside the tables and for more tokens than there are learned
/// positions; throws Error also for an input that the model does not read.
Matrix embed(const Architecture& description, const Weights& weights, const Encoding& encoding,
             const EmbeddingInput& input, Index first = 0);

}  // namespace headlight
