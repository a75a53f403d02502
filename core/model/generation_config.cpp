#include "core/model/generation_config.h"

#include <cmath>

#include "core/base/error.h"

namespace headlight {
namespace {

constexpr std::int64_t kMostTokens = 1 << 24;

std::string passedOver(const std::string& key) {
  return "The model's files say '" + key + "' for generating, which is not done here.";
}

}  // namespace

GenerationConfig readGenerationConfig(const std::optional<Config>& own, const Config& config) {
  const auto idsOf = [&](std::string_view key) {
    return own && own->declares(key) ? own->integers(key) : config.integers(key);
  };
  const auto idOf = [&](std::string_view key) -> std::optional<std::int64_t> {
    const std::vector<std::int64_t> ids = idsOf(key);
    return ids.empty() ? std::nullopt : std::optional(ids.front());
  };
  GenerationConfig out;
  out.decoderStart = idOf("decoder_start_token_id");
  if (!out.decoderStart) out.decoderStart = idOf("bos_token_id");
  out.forcedBegin = idOf("forced_bos_token_id");
  out.forcedEnd = idOf("forced_eos_token_id");
  out.ends = idsOf("eos_token_id");
  bool several = false;
  for (const std::vector<std::int64_t>& word :
       (own && own->declares("bad_words_ids") ? *own : config).lists("bad_words_ids"))
    if (word.size() == 1)
      out.never.push_back(word.front());
    else
      several = true;
  if (several) out.passedOver.push_back(passedOver("bad_words_ids"));
  // The older place of these is read only where there is no newer one.
  const Config& rules = own ? *own : config;
  const auto suppressed = rules.integers("suppress_tokens");
  out.never.insert(out.never.end(), suppressed.begin(), suppressed.end());
  out.neverFirst = rules.integers("begin_suppress_tokens");
  out.repetition = rules.number("repetition_penalty", 1);
  if (!(out.repetition > 0) || std::isinf(out.repetition))
    throw Error(rules.where("repetition_penalty") + ": expected a number above 0");
  const auto count = [&rules](std::string_view key) {
    const std::int64_t found = rules.integer(key, 0);
    if (found < 0 || found > kMostTokens)
      throw Error(rules.where(key) + ": expected a whole number from 0 to " + std::to_string(kMostTokens) + ", found " +
                  std::to_string(found));
    return static_cast<Index>(found);
  };
  out.noRepeat = count("no_repeat_ngram_size");
  out.least = count("min_length");
  out.leastNew = count("min_new_tokens");
  for (const char* key : {"sequence_bias", "exponential_decay_length_penalty", "force_words_ids"})
    if (rules.has(key)) out.passedOver.push_back(passedOver(key));
  for (const char* key : {"encoder_repetition_penalty", "guidance_scale"})
    if (rules.number(key, 1) != 1) out.passedOver.push_back(passedOver(key));
  if (rules.integer("encoder_no_repeat_ngram_size", 0) != 0)
    out.passedOver.push_back(passedOver("encoder_no_repeat_ngram_size"));
  return out;
}

}  // namespace headlight
