#pragma once

#include "core/model/description.h"
#include "core/model/weights.h"
#include "core/text/encoding.h"

namespace headlight {

/// What the head reads: the last layer's output [N, width] with the final norm and projection.
Matrix finalStates(const Description& description, const Weights& weights, Matrix hidden);

/// The logits that the model's head computes from the final hidden states [N, width]: [N, outputs] or [1, classes];
/// empty for a model without a head.
Matrix runHead(const Description& description, const Weights& weights, const Encoding& encoding, const Matrix& final);

}  // namespace headlight
