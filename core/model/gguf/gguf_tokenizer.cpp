#include "core/model/gguf/gguf_tokenizer.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/model/gguf/gguf_words.h"
#include "core/text/pipeline/pipeline.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

constexpr const char* kMark = "\xE2\x96\x81";  // U+2581
constexpr const char *kModel = "tokenizer.ggml.model", *kTokens = "tokenizer.ggml.tokens",
                     *kScores = "tokenizer.ggml.scores", *kTypes = "tokenizer.ggml.token_type",
                     *kMerges = "tokenizer.ggml.merges", *kPre = "tokenizer.ggml.pre";

enum class TokenType { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4, Unused = 5, Byte = 6 };

/// The vocabulary of a file, checked.
class Contents {
 public:
  explicit Contents(const GgufMetadata& metadata) : m_metadata(metadata), m_tokens(metadata.texts(kTokens)) {
    if (m_tokens.empty()) throw Error(metadata.where(kTokens) + ": expected tokens, found none");
    if (m_tokens.size() > Vocabulary::kLargestId) throw Error(metadata.where(kTokens) + ": too many tokens");
    m_scores = numbersFor(kScores);
    for (const double type : numbersFor(kTypes)) {
      const bool known = type >= 1 && type <= 6;
      m_types.push_back(known ? static_cast<TokenType>(static_cast<int>(type)) : TokenType::Normal);
    }
  }

  const GgufMetadata& metadata() const { return m_metadata; }
  std::size_t size() const { return m_tokens.size(); }
  std::string_view token(std::size_t id) const { return m_tokens[id]; }
  double score(std::size_t id) const { return m_scores.empty() ? 0 : m_scores[id]; }
  TokenType type(std::size_t id) const { return m_types.empty() ? TokenType::Normal : m_types[id]; }

  Vocabulary vocabulary() const {
    Vocabulary words;
    std::size_t bytes = 0;
    for (const std::string_view token : m_tokens) bytes += token.size();
    words.reserve(m_tokens.size(), bytes);
    for (std::size_t id = 0; id < m_tokens.size(); ++id) words.add(m_tokens[id], static_cast<std::uint32_t>(id));
    return words;
  }

  /// A token that the file names by its id ("bos_token_id"); none where it names none.
  std::optional<std::uint32_t> named(std::string_view role, std::optional<std::int64_t> otherwise = {}) const {
    const std::string key = "tokenizer.ggml." + std::string(role);
    if (!m_metadata.has(key) && !otherwise) return {};
    const std::int64_t id = m_metadata.integer(key, otherwise.value_or(0));
    if (id < 0 || id >= static_cast<std::int64_t>(m_tokens.size())) {
      if (!m_metadata.has(key)) return {};
      throw Error(m_metadata.where(key) + ": expected the id of a token, from 0 to " +
                  std::to_string(m_tokens.size() - 1) + ", found " + std::to_string(id));
    }
    return static_cast<std::uint32_t>(id);
  }

  /// Tokens that are looked for in a text before it is cut: control and unknown ones, which decoding may leave out, and
  /// those that users defined.
  std::vector<AddedToken> added() const {
    std::vector<AddedToken> out;
    for (std::size_t id = 0; id < m_tokens.size(); ++id) {
      if (type(id) != TokenType::Control && type(id) != TokenType::Unknown && type(id) != TokenType::UserDefined)
        continue;
      if (m_tokens[id].empty()) continue;
      AddedToken token;
      token.content = std::string(m_tokens[id]);
      token.normalized = false;
      token.special = type(id) != TokenType::UserDefined;
      token.id = static_cast<std::uint32_t>(id);
      out.push_back(std::move(token));
    }
    return out;
  }

 private:
  std::vector<double> numbersFor(const char* key) const {
    std::vector<double> numbers = m_metadata.numbers(key);
    if (!numbers.empty() && numbers.size() != m_tokens.size())
      throw Error(m_metadata.where(key) + ": expected " + std::to_string(m_tokens.size()) +
                  " values, one for each token, found " + std::to_string(numbers.size()));
    return numbers;
  }

  const GgufMetadata& m_metadata;
  std::vector<std::string_view> m_tokens;
  std::vector<double> m_scores;
  std::vector<TokenType> m_types;
};

/// Merges that join the tokens of a vocabulary pair by pair, and their ranks.
struct RankedMerges {
  Bpe::Merges merges;
  std::vector<std::uint32_t> ranks;
};

/// All ways in which a token falls into two others, those of the best scores first; of equal scores the leftmost in the
/// text counts.
RankedMerges mergesOfScores(const Contents& contents, const Vocabulary& words) {
  struct Candidate {
    double score;
    std::uint32_t id;
    std::string_view left, right;
  };
  std::vector<Candidate> candidates;
  for (std::uint32_t id = 0; id < contents.size(); ++id) {
    if (contents.type(id) == TokenType::Byte || contents.type(id) == TokenType::Control) continue;
    const std::string_view token = contents.token(id);
    if (!utf8::isValid(token)) continue;
    for (std::size_t at = 1; at < token.size(); ++at) {
      if (utf8::continues(token[at])) continue;
      const std::string_view left = token.substr(0, at), right = token.substr(at);
      if (words.idOf(left) != Vocabulary::kNone && words.idOf(right) != Vocabulary::kNone)
        candidates.push_back({contents.score(id), id, left, right});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  RankedMerges out;
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i > 0 && candidates[i].score < candidates[i - 1].score) ++rank;
    out.merges.emplace_back(candidates[i].left, candidates[i].right);
    out.ranks.push_back(rank);
  }
  return out;
}

/// The merges that a file lists: "a b", cut at the first blank after the first character.
Bpe::Merges mergesOf(const Contents& contents, const Vocabulary& words) {
  Bpe::Merges merges;
  for (const std::string_view line : contents.metadata().texts(kMerges)) {
    const auto blank = line.find(' ', 1);
    if (blank == std::string_view::npos)
      throw Error(contents.metadata().where(kMerges) + ": expected two tokens with a blank between them, found '" +
                  std::string(line) + "'");
    const std::string_view left = line.substr(0, blank), right = line.substr(blank + 1);
    // A merge whose tokens are not in the vocabulary never comes to be.
    if (words.idOf(left) != Vocabulary::kNone && words.idOf(right) != Vocabulary::kNone &&
        words.idOf(std::string(left) + std::string(right)) != Vocabulary::kNone)
      merges.emplace_back(left, right);
  }
  return merges;
}

/// The tokens that a text begins and ends with.
PostProcessor frameOf(const Contents& contents, bool begins, bool ends, std::optional<std::uint32_t> first,
                      std::optional<std::uint32_t> last) {
  const GgufMetadata& m = contents.metadata();
  begins = m.flag("tokenizer.ggml.add_bos_token", begins);
  ends = m.flag("tokenizer.ggml.add_eos_token", ends);
  const auto special = [&](std::uint32_t id) { return SpecialToken{std::string(contents.token(id)), id}; };
  Template frame;
  const auto add = [&](std::vector<Template::Part>& parts, int sequence) {
    if (begins && first) parts.push_back({-1, {special(*first)}, 0});
    parts.push_back({sequence, {}, 0});
    if (ends && last) parts.push_back({-1, {special(*last)}, 0});
  };
  add(frame.single, 0);
  add(frame.pair, 0);
  add(frame.pair, 1);
  return {frame};
}

/// SentencePiece's BPE: pairs are joined by the scores of what comes of them, and bytes stand for what is left.
PipelineParts scoredPieces(const Contents& contents) {
  Vocabulary words = contents.vocabulary();
  RankedMerges ranked = mergesOfScores(contents, words);
  const auto unknown = contents.named("unknown_token_id", 0);
  Bpe::Options options;
  if (unknown) options.unknown = std::string(contents.token(*unknown));
  options.fuseUnknown = options.byteFallback = true;
  options.ranks = std::move(ranked.ranks);
  PipelineParts parts{.model = Bpe(std::move(words), ranked.merges, std::move(options))};
  const bool prefix = contents.metadata().flag("tokenizer.ggml.add_space_prefix", true);
  if (prefix) parts.normalizer.emplace_back(PrependText{kMark});
  parts.normalizer.emplace_back(ReplaceText{Pattern::literal(" "), kMark});
  parts.decoder = Decoder{ReplaceDecoder{Pattern::literal(kMark), " "}, ByteFallbackDecoder{}, FuseDecoder{}};
  if (prefix) parts.decoder->push_back(StripDecoder{" ", 1, 0});
  parts.postProcessor =
      frameOf(contents, true, false, contents.named("bos_token_id", 1), contents.named("eos_token_id", 2));
  return parts;
}

/// Merges by rank on the text itself, cut at runs of line ends.
PipelineParts plainPieces(const Contents& contents) {
  Vocabulary words = contents.vocabulary();
  const Bpe::Merges merges = mergesOf(contents, words);
  const auto unknown = contents.named("unknown_token_id");
  Bpe::Options options;
  if (unknown) options.unknown = std::string(contents.token(*unknown));
  options.fuseUnknown = options.byteFallback = options.ignoreMergesOfLineEnds = true;
  PipelineParts parts{.model = Bpe(std::move(words), merges, std::move(options))};
  parts.normalizer.emplace_back(ReplaceText{Pattern::literal(" "), kMark});
  parts.preTokenizer.emplace_back(PatternSplit{Pattern::regex("[^\\n]+|[\\n]+"), SplitBehaviour::Isolated, false});
  parts.decoder = Decoder{ReplaceDecoder{Pattern::literal(kMark), " "}, ByteFallbackDecoder{}, FuseDecoder{}};
  parts.postProcessor = frameOf(contents, true, false, contents.named("bos_token_id"), contents.named("eos_token_id"));
  return parts;
}

/// Byte-level BPE.
PipelineParts bytePieces(const Contents& contents) {
  const GgufMetadata& m = contents.metadata();
  const std::string_view name = m.text(kPre, "default");
  const GgufWords* words = m.has(kPre) ? ggufWordsOf(name) : &ggufDefaultWords();
  if (!words)
    throw Error(m.where(kPre) + ": unknown way of cutting words '" + std::string(name) + "'; known are " +
                ggufWordNames());
  Vocabulary vocabulary = contents.vocabulary();
  const Bpe::Merges merges = mergesOf(contents, vocabulary);
  Bpe::Options options;
  options.ignoreMerges = words->wholeWords;
  PipelineParts parts{.model = Bpe(std::move(vocabulary), merges, std::move(options))};
  for (const std::string_view expression : words->expressions)
    parts.preTokenizer.emplace_back(PatternSplit{Pattern::regex(expression), SplitBehaviour::Isolated, false});
  parts.preTokenizer.emplace_back(ByteLevelSplit{false, false});
  parts.decoder = Decoder{ByteLevelDecoder{}};
  parts.postProcessor =
      frameOf(contents, words->begins, false, contents.named("bos_token_id"), contents.named("eos_token_id"));
  if (!m.has(kPre))
    parts.remarks.emplace_back("The file does not name its way of cutting words; llama.cpp's default is taken.");
  return parts;
}

/// WordPiece whose words begin with U+2581.
PipelineParts wordPieces(const Contents& contents) {
  const GgufMetadata& m = contents.metadata();
  WordPiece::Options options;
  const auto unknown = contents.named("unknown_token_id", 100);
  if (unknown) options.unknown = std::string(contents.token(*unknown));
  options.continuingPrefix = "";
  options.beginningPrefix = kMark;
  options.longestWord = SIZE_MAX;
  PipelineParts parts{.model = WordPiece(contents.vocabulary(), std::move(options))};
  BertNormalizer normalizer;
  normalizer.lowercase = m.flag("tokenizer.ggml.normalizer.lowercase", true);
  normalizer.stripAccents = m.flag("tokenizer.ggml.normalizer.strip_accents", normalizer.lowercase);
  normalizer.decomposes = false;
  parts.normalizer.emplace_back(normalizer);
  parts.preTokenizer.emplace_back(BertSplit{});
  parts.decoder = Decoder{MetaspaceDecoder{kMark, true}};
  const auto first =
      m.has("tokenizer.ggml.cls_token_id") ? contents.named("cls_token_id") : contents.named("bos_token_id", 101);
  // The key is spelled so.
  const auto last = contents.named("seperator_token_id", 102);
  if (first && last) {
    const auto special = [&](std::uint32_t id) { return SpecialToken{std::string(contents.token(id)), id}; };
    parts.postProcessor = {BertFrame{special(*first), special(*last)}};
  }
  return parts;
}

/// SentencePiece's Unigram.
PipelineParts likelyPieces(const Contents& contents) {
  const GgufMetadata& m = contents.metadata();
  std::vector<Unigram::Scored> scored;
  for (std::size_t id = 0; id < contents.size(); ++id) scored.push_back({contents.token(id), contents.score(id)});
  const auto unknown = contents.named("unknown_token_id", 2);
  PipelineParts parts{.model = Unigram(scored, unknown ? std::optional<std::size_t>(*unknown) : std::nullopt, false)};
  constexpr const char* kMap = "tokenizer.ggml.precompiled_charsmap";
  std::string bytes;
  for (const std::int64_t byte : m.integers(kMap)) bytes.push_back(static_cast<char>(byte));
  if (!bytes.empty()) parts.normalizer.emplace_back(LongestCharsmap{std::make_shared<const Charsmap>(bytes)});
  if (m.flag("tokenizer.ggml.remove_extra_whitespaces", true)) {
    parts.normalizer.emplace_back(ReplaceText{Pattern::regex(" {2,}"), " "});
    parts.normalizer.emplace_back(StripEnds{});
  }
  const bool prefix = m.flag("tokenizer.ggml.add_space_prefix", true);
  parts.preTokenizer.emplace_back(
      MetaspaceSplit{kMark, prefix ? MetaspaceSplit::Prepend::Always : MetaspaceSplit::Prepend::Never, true});
  parts.decoder = Decoder{MetaspaceDecoder{kMark, prefix}};
  parts.postProcessor =
      frameOf(contents, false, true, contents.named("bos_token_id"), contents.named("eos_token_id", 1));
  return parts;
}

PipelineParts partsOf(const GgufMetadata& metadata) {
  const std::string_view model = metadata.text(kModel);
  const Contents contents(metadata);
  PipelineParts parts = model == "llama"  ? scoredPieces(contents)
                        : model == "gpt2" ? bytePieces(contents)
                        : model == "bert" ? wordPieces(contents)
                        : model == "t5"   ? likelyPieces(contents)
                        : model == "gemma4"
                            ? plainPieces(contents)
                            : throw Error(metadata.where(kModel) + ": unsupported tokenizer '" + std::string(model) +
                                          "'; read are llama, gpt2, bert, t5, gemma4");
  parts.addedTokens = contents.added();
  if (const auto mask = contents.named("mask_token_id")) parts.maskToken = std::string(contents.token(*mask));
  return parts;
}

}  // namespace

std::shared_ptr<const Tokenizer> ggufTokenizer(const GgufMetadata& metadata) {
  if (!metadata.has(kModel) || metadata.text(kModel) == "none") return nullptr;
  try {
    return Tokenizer::of(partsOf(metadata));
  } catch (const Error& error) {
    const std::string what = error.what();
    throw Error(what.starts_with(metadata.place()) ? what : metadata.place() + ": " + what);
  }
}

namespace {

/// The special tokens that the file names, as settings in a folder call them.
std::map<std::string, std::string> specialTokensOf(const GgufMetadata& metadata) {
  // The third is spelled so.
  static constexpr std::pair<const char*, const char*> kRoles[] = {
      {"bos_token_id", "bos_token"},     {"eos_token_id", "eos_token"},     {"seperator_token_id", "sep_token"},
      {"unknown_token_id", "unk_token"}, {"padding_token_id", "pad_token"}, {"cls_token_id", "cls_token"},
      {"mask_token_id", "mask_token"}};
  const Contents contents(metadata);
  std::map<std::string, std::string> tokens;
  for (const auto& [key, role] : kRoles)
    if (const auto id = contents.named(key); id && utf8::isValid(contents.token(*id)))
      tokens[role] = std::string(contents.token(*id));
  return tokens;
}

}  // namespace

ChatTemplates ggufChatTemplates(const GgufMetadata& metadata) {
  constexpr std::string_view kTemplate = "tokenizer.chat_template";
  const std::string begin = std::string(kTemplate) + ".";
  std::vector<std::string> named;
  for (const auto& [key, value] : metadata.values())
    if (key.starts_with(begin) && value.type == GgufType::Text) named.push_back(key);
  if (named.empty() && !metadata.has(kTemplate)) return {metadata.place(), {}};
  ChatTemplates templates(metadata.place(), specialTokensOf(metadata));
  const auto add = [&](const std::string& name, const std::string& key) {
    std::string text(metadata.text(key));
    if (!utf8::isValid(text)) throw Error(metadata.where(key) + ": expected text in UTF-8, found other bytes");
    templates.add(name, std::move(text), metadata.where(key));
  };
  for (const std::string& key : named) add(key.substr(begin.size()), key);
  if (metadata.has(kTemplate)) add(named.empty() ? "" : "default", std::string(kTemplate));
  return templates;
}

}  // namespace headlight
