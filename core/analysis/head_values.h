#pragma once

#include "core/attention/trace.h"
#include "core/model/model.h"
#include "core/ops/linear.h"

namespace headlight {

/// Rows [first, first + count) of a map seen as [in, out], as floats: what the inputs `first`… give to the output.
Matrix inputRows(const Linear& linear, Index first, Index count);

/// f_h(x_k) = v_k W_O^h of every key, without the bias of the output projection: [M, width] (Kobayashi et al. 2020).
Matrix transformedValues(const Model& model, const Trace& trace, HeadId head);

/// The output of the attention sublayer of a finished run, W_O and its bias applied to the heads' outputs: [N, width],
/// before any norm and the residual.
Matrix attentionOutput(const Model& model, const Trace& trace, int layer);

}  // namespace headlight
