#pragma once

#include "core/attention/trace.h"
#include "core/model/model.h"
#include "core/ops/linear.h"

namespace headlight {

/// Rows [first, first + count) of a map seen as [in, out], as floats: what the inputs `first`… give to the output.
Matrix inputRows(const Linear& linear, Index first, Index count);

/// What every input of a map gives along `direction` [out] of its output: [in], without the bias.
Eigen::VectorXd inputsAlong(const Linear& linear, const Eigen::VectorXd& direction);

/// The output of the attention sublayer of a finished run for the queries [first, first + count), W_O and its bias
/// applied to the heads' outputs: [count, width], before any norm and the residual.
Matrix attentionOutput(const Model& model, const Trace& trace, int layer, Index first, Index count);

}  // namespace headlight
