#pragma once

#include <functional>

#include "core/base/matrix.h"

namespace headlight {

/// How many threads work on one product or on the heads of one layer: the cores there are, unless set otherwise.
int threadCount();
/// Bounds the threads from now on; 0 means the cores there are. The results of a model do not depend on it.
void setThreadCount(int count);

/// Calls body(i) for every i in [0, count), on several threads when there are some to spare, and returns when all are
/// done. Calls from inside a body, or while another caller has the threads, run on the calling thread alone. The first
/// exception that a body throws is thrown again here; the remaining bodies are then left out.
void parallelFor(Index count, const std::function<void(Index)>& body);
/// Calls body(first, count) for blocks that make up all `rows` rows of `width` numbers each, on several threads where
/// that is worth it. Blocks depend on the shape alone.
void parallelRows(Index rows, Index width, const std::function<void(Index first, Index count)>& body);

}  // namespace headlight
