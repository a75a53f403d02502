#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/checkpoint/config.h"

namespace headlight {

/// With which tokens a model begins and ends what it generates; none where the files name none.
struct GenerationConfig {
  std::optional<std::int64_t> decoderStart;  ///< What the decoder of an encoder–decoder model reads first.
  std::optional<std::int64_t> forcedBegin;   ///< What follows it always (forced_bos_token_id).
  std::optional<std::int64_t> forcedEnd;     ///< What stands last always (forced_eos_token_id).
  std::vector<std::int64_t> ends;            ///< Tokens after which nothing follows (eos_token_id).
  std::vector<std::int64_t> never;           ///< Tokens that are not generated (bad_words_ids of one token).
};

/// What `own`, a generation_config.json, says where there is one and, for keys that it lacks, the config.json. Throws
/// Error for values that are no token ids.
GenerationConfig readGenerationConfig(const std::optional<Config>& own, const Config& config);

}  // namespace headlight
