#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/index.h"
#include "core/checkpoint/config.h"

namespace headlight {

/// How a model's files draw tokens where somebody asks them to (do_sample); none where they do not say.
struct DrawingConfig {
  bool draws = false;                             ///< do_sample.
  std::optional<double> temperature, topK, topP;  ///< As they are written.
  std::vector<std::string> passedOver;            ///< Keys of other ways to cut the choice, which are not done here.
};

/// When a beam search has enough hypotheses that ended (early_stopping).
enum class BeamStop {
  Hopeless,     ///< None that goes on is as good by now (false).
  EnoughEnded,  ///< As many have ended as there are beams (true).
  NeverBetter   ///< None that goes on can be as good at the most tokens ("never").
};

/// With which tokens a model begins and ends what it generates, what it must not, and how it chooses; none where the
/// files name none.
struct GenerationConfig {
  std::optional<std::int64_t> decoderStart;  ///< What the decoder of an encoder–decoder model reads first.
  std::optional<std::int64_t> forcedBegin;   ///< What follows it always (forced_bos_token_id).
  std::optional<std::int64_t> forcedEnd;     ///< What stands last always (forced_eos_token_id).
  std::vector<std::int64_t> ends;            ///< Tokens after which nothing follows (eos_token_id).
  std::vector<std::int64_t> never;  ///< Tokens that are not generated (bad_words_ids of one token, suppress_tokens).
  std::vector<std::int64_t> neverFirst;  ///< Nor as the first one (begin_suppress_tokens).
  double repetition = 1;  ///< What the logits of tokens that are there are divided by, or multiplied with below 0.
  Index noRepeat = 0;     ///< As many tokens in a row do not come twice (no_repeat_ngram_size); 0 for any.
  Index least = 0;        ///< Before so many tokens with those that were read there is no end (min_length).
  Index leastNew = 0;     ///< The same for those that are generated (min_new_tokens).
  Index beams = 1;        ///< Of a beam search (num_beams).
  double lengthPenalty = 1;  ///< Writing::lengthPenalty where that says none.
  BeamStop beamStop = BeamStop::Hopeless;
  DrawingConfig drawing;
  std::vector<std::string> passedOver;  ///< What the files say beside that and is not done, a sentence each.
};

/// What `own`, a generation_config.json, says where there is one and, for keys that it lacks, the config.json. Throws
/// Error for values that are no token ids.
GenerationConfig readGenerationConfig(const std::optional<Config>& own, const Config& config);

}  // namespace headlight
