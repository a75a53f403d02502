#pragma once

#include "core/gradients/metric.h"
#include "core/gradients/tape.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"
#include "core/text/encoding.h"

namespace headlight {

/// Lays the final norm and projection over what the last layer gives.
Tape::Node layFinalStates(Tape& tape, const Weights& weights, Tape::Node hidden);

/// Lays the row of the head's answer that `metric` is about, [1, outcomes], over the final states [N, width]: runHead()
/// for one row. Throws Error for a metric that does not fit, and one of logits for a model without a head.
Tape::Node layAnswer(Tape& tape, const Architecture& description, const Weights& weights, const Encoding& encoding,
                     const Metric& metric, Tape::Node final);

}  // namespace headlight
