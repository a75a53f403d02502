#pragma once

#include "core/model/architecture.h"
#include "core/model/weights.h"
#include "core/text/encoding.h"

namespace headlight {

struct PixelInput;

/// The input of the first layer from the token `first` on, [N - first, width]: token, position and type embeddings with
/// their scale, norm and projection. Throws Error for ids outside the tables and for more tokens than there are learned
/// positions. `pixels` are those of an image, null for a text; throws Error also for what the model does not read.
Matrix embed(const Architecture& description, const Weights& weights, const Encoding& encoding,
             const PixelInput* pixels, Index first = 0);

/// What one table adds to the input of the first layer.
struct EmbeddingPart {
  std::string name;  ///< "embedding", "position", "type", …
  Matrix rows;       ///< [N, width]
};

/// The same input as the sum of what each table adds, norms on the way divided by what they divide by in the sum, so
/// that they are linear; their biases and that of a projection are parts of their own. Throws Error likewise.
std::vector<EmbeddingPart> embeddingParts(const Architecture& description, const Weights& weights,
                                          const Encoding& encoding, const PixelInput* pixels);

}  // namespace headlight
