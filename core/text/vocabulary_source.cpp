#include "core/text/vocabulary_source.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/base64.h"
#include "core/text/byte_chars.h"
#include "core/text/json_parts.h"
#include "core/text/tokenizer_json.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

/// Calls `visit` with each line of `text`, without its line end.
template <typename Visit>
void forEachLine(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    visit(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

/// Reads a text file and makes sure that it is UTF-8.
std::string readText(const std::filesystem::path& file) {
  std::string text = readFile(file);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (!utf8::isValid(text)) throw Error(file.filename().string() + ": expected UTF-8");
  if (text.empty()) throw Error(file.filename().string() + ": expected tokens, the file is empty");
  return text;
}

Bpe::Merges mergesOfText(std::string_view text) {
  Bpe::Merges merges;
  std::size_t number = 0;
  forEachLine(text, [&](std::string_view line) {
    ++number;
    if (line.starts_with("#version") || line.empty()) return;
    const std::size_t blank = line.find(' ');
    // GPT's own file has counts behind the pair.
    const std::size_t second = blank == std::string_view::npos ? blank : line.find(' ', blank + 1);
    if (blank == std::string_view::npos) {
      throw Error("merges.txt: line " + std::to_string(number) +
                  ": expected two tokens with a blank between them, found '" + std::string(line.substr(0, 60)) + "'");
    }
    const std::size_t end = second == std::string_view::npos ? line.size() : second;
    merges.emplace_back(line.substr(0, blank), line.substr(blank + 1, end - blank - 1));
  });
  return merges;
}

/// A way to put a token together from two others.
struct Candidate {
  std::string_view left, right;
  std::uint32_t leftId = 0, rightId = 0, id = 0;
  double score = 0;
  std::size_t leftLength = 0, rightLength = 0;
};

struct LearnedToken {
  std::string_view text;
  std::uint32_t id = 0;
  double score = 0;
};

/// Every cut of every token into two tokens, in their order.
std::vector<Candidate> candidatesOf(const std::vector<LearnedToken>& tokens, bool cutsCharacters) {
  constexpr std::size_t kLongestPiece = 4096;  // no learned piece is longer; all cuts of such a one would take for ever
  std::unordered_map<std::string_view, std::uint32_t> ids;
  for (const LearnedToken& token : tokens) ids[token.text] = token.id;
  std::vector<Candidate> candidates;
  for (const LearnedToken& token : tokens) {
    if (token.text.size() > kLongestPiece || ids.at(token.text) != token.id) continue;
    for (std::size_t cut = 1; cut < token.text.size(); ++cut) {
      if (!cutsCharacters && utf8::continues(token.text[cut])) continue;
      const std::string_view left = token.text.substr(0, cut), right = token.text.substr(cut);
      const auto first = ids.find(left), second = ids.find(right);
      if (first == ids.end() || second == ids.end()) continue;
      candidates.push_back({left, right, first->second, second->second, token.id, token.score, utf8::count(left),
                            utf8::count(right)});
    }
  }
  return candidates;
}

template <typename Key>
Bpe::Merges sortedMerges(std::vector<Candidate> candidates, Key key) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&key](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
  Bpe::Merges merges;
  merges.reserve(candidates.size());
  for (const Candidate& candidate : candidates) merges.emplace_back(candidate.left, candidate.right);
  return merges;
}

/// Merges in the order in which what they make was learned: by falling scores, then by ids.
Bpe::Merges mergesOfPieces(const std::vector<LearnedToken>& tokens) {
  return sortedMerges(candidatesOf(tokens, false), [](const Candidate& c) {
    return std::tuple(-c.score, c.id, c.leftLength, c.rightLength, c.leftId, c.rightId);
  });
}

/// Lines of base64 and a rank; none when `bytes` is something else.
std::optional<std::vector<std::pair<std::string, std::uint32_t>>> ranksOf(std::string_view bytes) {
  std::vector<std::pair<std::string, std::uint32_t>> ranks;
  bool right = true;
  forEachLine(bytes, [&](std::string_view line) {
    if (line.empty() || !right) return;
    const std::size_t blank = line.find(' ');
    const auto token = blank == std::string_view::npos ? std::nullopt : fromBase64(line.substr(0, blank));
    std::uint32_t rank = 0;
    const char* end = line.data() + line.size();
    right = token && !token->empty() && std::from_chars(line.data() + blank + 1, end, rank).ptr == end &&
            rank <= Vocabulary::kLargestId;
    if (right) ranks.emplace_back(*token, rank);
  });
  return right && !ranks.empty() ? std::optional(std::move(ranks)) : std::nullopt;
}

VocabularySource tiktokenSource(const std::vector<std::pair<std::string, std::uint32_t>>& ranks) {
  VocabularySource source;
  source.kind = VocabularySource::Kind::Tiktoken;
  std::vector<LearnedToken> tokens;
  for (const auto& [bytes, rank] : ranks) tokens.push_back({bytes, rank, 0});
  const auto written = [](std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) utf8::append(text, charOfByte(static_cast<std::uint8_t>(byte)));
    return text;
  };
  for (const auto& [bytes, rank] : ranks) source.words.add(written(bytes), rank);
  std::vector<Candidate> candidates = candidatesOf(tokens, true);
  const Bpe::Merges merges =
      sortedMerges(std::move(candidates), [](const Candidate& c) { return std::tuple(c.id, c.leftId, c.rightId); });
  source.strings.reserve(2 * merges.size());
  for (const auto& [left, right] : merges) {
    source.strings.push_back(written(left));
    source.strings.push_back(written(right));
    source.merges.emplace_back(source.strings[source.strings.size() - 2], source.strings.back());
  }
  return source;
}

}  // namespace

std::optional<ModelKind> modelKindOf(const JsonNode& tokenizer) {
  const std::string_view type = modelType(tokenizer.at("model"));
  if (type == "BPE") return ModelKind::Bpe;
  if (type == "Unigram") return ModelKind::Unigram;
  if (type == "WordPiece") return ModelKind::WordPiece;
  return std::nullopt;
}

VocabularySource readJsonSource(std::unique_ptr<JsonFile> json, const std::filesystem::path& file, ModelKind kind) {
  VocabularySource source;
  source.kind = VocabularySource::Kind::Json;
  source.file = file;
  const JsonNode& root = json->root();
  const JsonNode model = root.at("model");
  if (kind == ModelKind::Unigram) {
    for (const Unigram::Scored& token : readScored(model.at("vocab")))
      source.scored.emplace_back(std::string(token.token), token.score);
  } else {
    source.words = readVocabulary(model.at("vocab"));
    if (kind == ModelKind::Bpe) source.merges = readMerges(model.at("merges"));
  }
  if (const auto node = root.find("post_processor")) source.postProcessor = readPostProcessor(*node);
  if (const auto node = root.find("normalizer")) {
    for (const NormalizerStep& step : readNormalizer(*node)) {
      if (const auto* map = std::get_if<std::shared_ptr<const Charsmap>>(&step); map && !source.charsmap)
        source.charsmap = *map;
    }
  }
  source.jsonTokens = readAddedTokens(root);
  source.json = std::move(json);
  return source;
}

VocabularySource readPiecesSource(const std::filesystem::path& file) {
  const std::string bytes = readFile(file, std::uintmax_t{1} << 28);
  if (const auto ranks = ranksOf(bytes)) {
    VocabularySource source = tiktokenSource(*ranks);
    source.file = file;
    return source;
  }
  using Type = SentencePieceModel::PieceType;
  VocabularySource source;
  source.kind = VocabularySource::Kind::SentencePiece;
  source.file = file;
  source.pieces = parseSentencePieceModel(bytes, file.filename().string());
  using PiecesKind = SentencePieceModel::Kind;
  if (source.pieces->kind != PiecesKind::Unigram && source.pieces->kind != PiecesKind::Bpe)
    throw Error(file.filename().string() + ": expected a unigram or BPE model, found type " +
                std::to_string(static_cast<int>(source.pieces->kind)));
  for (const auto& piece : source.pieces->pieces) {
    if (piece.type != Type::Control && piece.type != Type::UserDefined) continue;
    AddedToken token;
    token.content = piece.text;
    token.normalized = false;
    token.special = piece.type == Type::Control;
    source.controls.push_back(std::move(token));
  }
  if (!source.pieces->charsmap.empty()) source.charsmap = std::make_shared<const Charsmap>(source.pieces->charsmap);
  return source;
}

void takeTokensOfPieces(VocabularySource& source, std::optional<ModelKind> kind) {
  if (!source.pieces) return;
  const ModelKind own = source.pieces->kind == SentencePieceModel::Kind::Bpe ? ModelKind::Bpe : ModelKind::Unigram;
  const auto& pieces = source.pieces->pieces;
  if (kind.value_or(own) != ModelKind::Bpe) {
    for (const auto& piece : pieces) source.scored.emplace_back(piece.text, piece.score);
    return;
  }
  std::vector<LearnedToken> tokens;
  for (const auto& piece : pieces) {
    const auto id = static_cast<std::uint32_t>(tokens.size());
    tokens.push_back({piece.text, id, piece.score});
    source.words.add(piece.text, id);
  }
  source.merges = mergesOfPieces(tokens);
}

VocabularySource readMergesSource(const std::filesystem::path& folder) {
  VocabularySource source;
  source.file = folder / "merges.txt";
  source.words = readVocabularyJson(folder / "vocab.json");
  source.strings.push_back(readText(source.file));
  source.merges = mergesOfText(source.strings.back());
  return source;
}

VocabularySource readLinesSource(const std::filesystem::path& folder) {
  VocabularySource source;
  source.file = folder / "vocab.txt";
  const std::string text = readText(source.file);
  std::uint32_t id = 0;
  forEachLine(text, [&](std::string_view line) {
    for (std::size_t end = line.size(); end > 0 && unicode::isWhitespace(utf8::previous(line, end));)
      line = line.substr(0, end);
    source.words.add(line, id++);
  });
  return source;
}

Vocabulary readVocabularyJson(const std::filesystem::path& file) {
  const JsonFile json(file);
  return readVocabulary(json.root());
}

Bpe::Merges mergesOfScores(const SentencePieceModel& model, const std::vector<std::string>& names) {
  std::vector<LearnedToken> tokens;
  for (std::uint32_t id = 0; id < model.pieces.size(); ++id) {
    const auto& piece = model.pieces[id];
    if (piece.type == SentencePieceModel::PieceType::Normal) tokens.push_back({names[id], id, piece.score});
  }
  return sortedMerges(candidatesOf(tokens, false),
                      [](const Candidate& c) { return std::tuple(-c.score, c.id, c.left, c.right); });
}

}  // namespace headlight
