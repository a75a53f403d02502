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

}  // namespace headlight
