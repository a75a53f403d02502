#pragma once

#include <cstdint>

#include "core/model/architecture.h"
#include "core/model/weights.h"
#include "core/text/encoding.h"

namespace headlight {

/// What the head reads: the last layer's output [N, width] with the final norm and projection.
Matrix finalStates(const Architecture& description, const Weights& weights, Matrix hidden);

/// Whether the head says something of each token by itself, or one thing of the whole text.
bool answersEachToken(const Architecture& description);

/// The last token that is not padding, whose state is read by heads that pool the last one.
Index lastRow(std::int64_t padId, const Encoding& encoding);

/// `rows` [N, width] through maps, each with its activation and its norm: [N, width of the last].
Matrix throughSteps(const std::vector<HeadStep>& steps, const std::vector<HeadStepWeights>& weights, Matrix rows);

/// The mean of the states of the patches, [1, width].
Matrix patchMean(const Encoding& encoding, MatrixView states);

/// The logits that the model's head computes from the final hidden states [N, width]: [N, outputs] or [1, classes];
/// empty for a model without a head. A head that answers each token may be given some of them.
Matrix runHead(const Architecture& description, const Weights& weights, const Encoding& encoding, MatrixView final);

}  // namespace headlight
