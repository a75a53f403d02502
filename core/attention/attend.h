#pragma once

#include "core/attention/trace.h"
#include "core/base/progress.h"

namespace headlight {

/// Runs the attention of one layer over record.q, k and v (with record.rule): writes the heads' outputs, weights times
/// values, into `out` [N, heads · dHead] and the rows' log-sum-exp into the record. Works on blocks of queries, so that
/// memory grows with N and not with N². With record.edits the weights and outputs are changed on the way, and the
/// record keeps the outputs that stand for others. `progress` is called between blocks.
void attend(AttentionRecord& record, MatrixOut out, const Progress& progress = {});

/// How many queries attend() takes at a time over `keys` keys.
Index attentionBlock(Index keys);

/// What one head gave in a finished run, weights times values (or what stood for it): out [N, dHead].
void headOutput(const AttentionRecord& record, int head, MatrixOut out);

}  // namespace headlight
