#include "core/text/tokenizer_remarks.h"

#include <algorithm>

#include "core/text/files/json_parts.h"

namespace headlight {

namespace {

/// A bit of everything that normalizers and pre-tokenizers treat in their own ways.
constexpr std::string_view kProbe =
    "The QUICK Caf\xC3\xA9's na\xC3\xAFve \xE6\x9D\xB1\xE4\xBA\xAC isn't 12345, \xEF\xBC\xA1! (a_b)";

std::vector<std::string> cut(const Normalizer& normalizer, const PreTokenizer& preTokenizer) {
  TextArena arena;
  const AlignedText probe{kProbe, nullptr, 0, {0, static_cast<std::uint32_t>(kProbe.size())}};
  std::vector<Piece> pieces{{normalize(normalizer, probe, arena)}};
  preTokenize(preTokenizer, pieces, arena);
  std::vector<std::string> texts;
  for (const Piece& piece : pieces) texts.emplace_back(piece.text.text);
  return texts;
}

}  // namespace

std::vector<std::string> pipelineRemarks(const JsonNode& tokenizer, const PipelineParts& parts,
                                         const TokenizerConfig& config, const std::string& className) {
  const auto normalizer = tokenizer.find("normalizer"), preTokenizer = tokenizer.find("pre_tokenizer");
  if (cut(normalizer ? readNormalizer(*normalizer) : Normalizer(),
          preTokenizer ? readPreTokenizer(*preTokenizer) : PreTokenizer()) ==
      cut(parts.normalizer, parts.preTokenizer))
    return {};
  std::string said;
  for (const char* key : {"do_lower_case", "strip_accents", "tokenize_chinese_chars", "add_prefix_space",
                          "keep_accents", "legacy", "split_by_punct"}) {
    if (const auto flag = config.flagUnlessNull(key))
      said += (said.empty() ? "" : ", ") + std::string(key) + ": " + (*flag ? "true" : "false");
  }
  const std::string own = "counts; it is the class of the folder's tokenizer";
  if (said.empty()) return {"tokenizer.json cuts texts otherwise than " + className + " does, which " + own};
  return {"tokenizer.json cuts texts otherwise than " + className + " does with what tokenizer_config.json says (" +
          said + "); the class " + own.substr(0, 6)};
}

std::vector<std::string> frameRemarks(const PipelineParts& parts, const TokenizerConfig& config) {
  std::vector<RawEncoding> empty(1);
  const RawEncoding frame = postProcess(parts.postProcessor, std::move(empty), true);
  std::vector<std::string> remarks;
  const auto check = [&](const std::string& key, const std::string& role, bool first) {
    const auto flag = config.flagUnlessNull(key);
    const auto token = std::find_if(config.roles().begin(), config.roles().end(),
                                    [&](const auto& named) { return named.first == role; });
    if (!flag || token == config.roles().end() || !token->second) return;
    const std::string& text = token->second->content;
    const bool adds =
        !frame.tokens.empty() && (first ? frame.tokens.front() : frame.tokens.back()).text == text;
    if (adds == *flag) return;
    remarks.push_back("tokenizer_config.json says " + key + ": " + (*flag ? "true" : "false") +
                      ", but tokenizer.json " + (adds ? "adds '" : "does not add '") + text +
                      "'; tokenizer.json counts");
  };
  check("add_bos_token", "bos_token", true);
  check("add_eos_token", "eos_token", false);
  return remarks;
}

std::vector<std::string> idRemarks(const PipelineParts& parts, const TokenizerConfig& config) {
  if (!config.hasAddedTokensDecoder()) return {};
  const TemplateBuilder builder(parts, {});
  std::size_t wrong = 0;
  std::string first;
  for (const auto& [id, token] : config.addedTokens()) {
    const auto found = builder.idOf(token.content);
    if (!found || *found == id) continue;
    if (++wrong == 1) {
      first = "tokenizer_config.json gives '" + token.content + "' the id " + std::to_string(id) +
              ", but in the vocabulary it is " + std::to_string(*found);
    }
  }
  if (wrong == 0) return {};
  return {wrong == 1 ? first : first + " (and " + std::to_string(wrong - 1) + " more like it)"};
}

}  // namespace headlight
