#include "core/model/generation_config.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/base/error.h"

namespace headlight {
namespace {

constexpr std::int64_t kMostTokens = 1 << 24;

std::string passedOver(const std::string& key) {
  return "The model's files say '" + key + "' for generating, which is not done here.";
}

/// early_stopping: false, true or "never".
BeamStop beamStopIn(const Config& rules) {
  constexpr std::string_view kKey = "early_stopping";
  if (!rules.has(kKey)) return BeamStop::Hopeless;
  if (rules.isText(kKey)) {
    if (rules.text(kKey, "") == "never") return BeamStop::NeverBetter;
    throw Error(rules.where(kKey) + ": expected false, true or \"never\", found \"" + rules.text(kKey, "") + "\"");
  }
  return rules.flag(kKey, false) ? BeamStop::EnoughEnded : BeamStop::Hopeless;
}

DrawingConfig drawingIn(const Config& rules) {
  DrawingConfig out;
  out.draws = rules.flag("do_sample", false);
  const auto said = [&rules](std::string_view key) {
    return rules.has(key) ? std::optional(rules.number(key, 0)) : std::nullopt;
  };
  out.temperature = said("temperature");
  out.topK = said("top_k");
  out.topP = said("top_p");
  for (const auto& [key, neutral] :
       {std::pair{"min_p", 0.0}, {"typical_p", 1.0}, {"epsilon_cutoff", 0.0}, {"eta_cutoff", 0.0}, {"top_h", 1.0}})
    if (rules.number(key, neutral) != neutral) out.passedOver.emplace_back(key);
  return out;
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
  out.beams = std::max(Index{1}, count("num_beams"));
  out.lengthPenalty = rules.number("length_penalty", 1);
  if (!std::isfinite(out.lengthPenalty)) throw Error(rules.where("length_penalty") + ": expected a number");
  out.beamStop = beamStopIn(rules);
  out.drawing = drawingIn(rules);
  for (const char* key : {"sequence_bias", "exponential_decay_length_penalty", "force_words_ids", "constraints",
                          "watermarking_config", "stop_strings", "dola_layers"})
    if (rules.has(key)) out.passedOver.push_back(passedOver(key));
  for (const char* key : {"encoder_repetition_penalty", "guidance_scale", "num_beam_groups", "num_return_sequences"})
    if (rules.number(key, 1) != 1) out.passedOver.push_back(passedOver(key));
  for (const char* key : {"encoder_no_repeat_ngram_size", "diversity_penalty", "penalty_alpha"})
    if (rules.number(key, 0) != 0) out.passedOver.push_back(passedOver(key));
  for (const char* key : {"renormalize_logits", "token_healing"})
    if (rules.flag(key, false)) out.passedOver.push_back(passedOver(key));
  return out;
}

}  // namespace headlight
