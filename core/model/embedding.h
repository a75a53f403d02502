#pragma once

#include "core/model/architecture.h"
#include "core/model/weights.h"
#include "core/text/encoding.h"

namespace headlight {

struct PixelInput;
struct Trace;

/// What a stack reads beside the ids of its tokens.
struct EmbeddingInput {
  const PixelInput* pixels = nullptr;  ///< Of an image or a sound in place of a text; null for a text.
  const Matrix* features = nullptr;    ///< Of pictures in a text: one row for each token that has a place in one.
};

/// What the embedding of a run read beside its tokens; of the trace, which outlives it.
EmbeddingInput embeddingInputOf(const Trace& trace);

/// The input of the first layer from the token `first` on, [N - first, width]: token, position and type embeddings with
/// their scale, norm and projection. Throws Error for ids outside the tables and for more tokens than there are learned
/// positions; throws Error also for an input that the model does not read.
Matrix embed(const Architecture& description, const Weights& weights, const Encoding& encoding,
             const EmbeddingInput& input, Index first = 0);

/// What one table adds to the input of the first layer.
struct EmbeddingPart {
  std::string name;  ///< "embedding" (of a part of a picture its features), "position", "type", …
  Matrix rows;       ///< [N, width]
};

/// The same input as the sum of what each table adds, norms on the way divided by what they divide by in the sum, so
/// that they are linear; their biases and that of a projection are parts of their own. Throws Error likewise.
std::vector<EmbeddingPart> embeddingParts(const Architecture& description, const Weights& weights,
                                          const Encoding& encoding, const EmbeddingInput& input);
/// What the tokens from `first` on have in the table of embeddings, times the family's scale: [N - first, width of the
/// embeddings]; of an image the mapped patches, [patches, width], of a sound its frames, whatever `first` is.
Matrix tokenVectors(const Architecture& description, const Weights& weights, const Encoding& encoding,
                    const EmbeddingInput& input, Index first = 0);
/// ESM's token dropout (Rives et al. 2021), a factor for each token: masks, tokens of the id `dropped`, are zeros, and
/// the others as large as they were in the training, where 0.15 · 0.8 of the tokens were masks.
Vector dropFactors(std::int64_t dropped, const Encoding& encoding);
/// What embed() makes of such vectors. `normReads`, unless null, becomes what the norm of the embeddings reads.
/// `pixels` are those of an image; null for a text, and for an image of the model's own size.
Matrix embedVectors(const Architecture& description, const Weights& weights, const Encoding& encoding, Matrix vectors,
                    Index first = 0, Matrix* normReads = nullptr, const PixelInput* pixels = nullptr);

/// Puts the features of pictures [features, width] in the rows `hidden` of the tokens from `first` on that have a place
/// in one.
void placeFeatures(const Encoding& encoding, const Matrix& features, Index first, Matrix& hidden);

}  // namespace headlight
