#pragma once

#include <cstddef>

#include "core/model/stack_run.h"

namespace headlight {

/// What a run takes from an earlier one instead of computing it.
struct TakenOver {
  bool embedding = false;       ///< Of all tokens, and so are
  std::size_t wholeLayers = 0;  ///< as many layers.
  Index tokens = 0;             ///< Or the first tokens,
  std::size_t layers = 0;       ///< in so many layers.
};

/// What `run` over the tokens and the pixels of `trace` may take from `run.resumeFrom`, which may be null.
TakenOver takenOver(const StackRun& run, const Trace& trace);

/// Whether the run of an encoder or a tower over `encoding`, and `pixels` where it reads some, would read and change
/// the same as `run.resumeFrom` did.
bool isRunAgain(const StackRun& run, const Encoding& encoding, const std::shared_ptr<const PixelInput>& pixels);

/// A record of `tokens` rows that begins with the first `kept` ones of an earlier run.
AttentionRecord recordBegun(const AttentionRecord& earlier, Index kept, Index tokens, Storage place);
/// The same of cross-attention, whose keys and values depend on the source alone: they are all taken.
AttentionRecord crossBegun(const AttentionRecord& earlier, Index kept, Index tokens, Storage place);

/// The same of experts.
ExpertRecord expertsBegun(const ExpertRecord& earlier, Index kept, Index tokens);

}  // namespace headlight
