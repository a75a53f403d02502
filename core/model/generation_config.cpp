#include "core/model/generation_config.h"

namespace headlight {

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
  for (const std::vector<std::int64_t>& word :
       (own && own->declares("bad_words_ids") ? *own : config).lists("bad_words_ids"))
    if (word.size() == 1) out.never.push_back(word.front());
  return out;
}

}  // namespace headlight
