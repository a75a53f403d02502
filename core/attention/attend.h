#pragma once

#include "core/attention/trace.h"
#include "core/base/progress.h"

namespace headlight {

/// How much of a head's scores is in memory at a time. The result does not depend on it beyond rounding.
struct AttentionBlock {
  Index queries = 64;
  Index keys = 512;  ///< 128 KiB of scores in all, which the cache of a core holds.
};

/// Runs the attention of one layer over record.q, k and v (with record.rule) for the queries from `first` on: writes
/// the heads' outputs, weights times values, into `out` [N - first, heads · dValue] and the rows' log-sum-exp into the
/// record's matrix [N, heads], whose earlier rows must be there. Scores are made block by block with a running maximum
/// and sum (Milakov and Gimelshein 2018; Rabe and Staats 2021; Dao 2022, "FlashAttention"), so that memory is a block
/// for each thread; keys that no query of a block sees are left out. Edited heads (record.edits) need whole rows, a
/// block of queries at a time; the record keeps the outputs that stand for others, and with any of these `first` must
/// be 0. `progress` is called between groups of blocks.
void attend(AttentionRecord& record, Index first, MatrixOut out, const Progress& progress = {},
            const AttentionBlock& block = {});
/// The same for all queries: makes the record's log-sum-exp.
void attend(AttentionRecord& record, MatrixOut out, const Progress& progress = {}, const AttentionBlock& block = {});

/// What one head gave in a finished run, weights times values (or what stood for it), for the queries from `first` on:
/// out [queries, dValue].
void headOutput(const AttentionRecord& record, int head, MatrixOut out, Index first = 0);

}  // namespace headlight
