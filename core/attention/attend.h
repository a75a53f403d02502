#pragma once

#include "core/attention/trace.h"
#include "core/base/progress.h"

namespace headlight {

/// Runs the attention of one layer over record.q, k and v (with record.rule): writes the heads' outputs, weights times
/// values, into `out` [N, heads · dHead] and the rows' log-sum-exp into the record. Works on blocks of queries, so that
/// memory grows with N and not with N². `progress` is called between blocks.
void attend(AttentionRecord& record, MatrixOut out, const Progress& progress = {});

}  // namespace headlight
