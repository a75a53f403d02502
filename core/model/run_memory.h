#pragma once

#include <cstdint>

#include "core/base/scratch_memory.h"
#include "core/model/architecture.h"

namespace headlight {

/// What a run of one stack over a text takes beside the weights, in bytes; counted from the description, not measured.
struct RunMemory {
  double kept = 0;    ///< What its trace keeps: queries, keys, values, hidden states, of every layer.
  double during = 0;  ///< What the layers use one after the other.
};
RunMemory runMemory(const Architecture& description, Index tokens, Index sourceTokens = 0);

/// How many bytes of memory the trace of a run may take where nothing else is said; 0, as at the start, for half of
/// what the machine has left.
void setTraceMemory(std::uint64_t bytes);

/// Where the trace of such a run shall lie: in a scratch file where it would take more than `most` bytes of memory; 0
/// stands for what setTraceMemory() says. Throws Error where not even what the layers use has room.
Storage placeOfTrace(const RunMemory& memory, std::uint64_t most, Index tokens);

}  // namespace headlight
