#include "core/text/files/vocabulary_source.h"

#include <charconv>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/plain_text.h"
#include "core/text/files/json_parts.h"
#include "core/text/files/tokenizer_json.h"
#include "core/text/models/learned_merges.h"
#include "core/text/unicode/base64.h"
#include "core/text/unicode/byte_chars.h"
#include "core/text/unicode/unicode.h"
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
  text.erase(0, text.size() - withoutByteOrderMark(text).size());
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
  const Bpe::Merges merges = mergesOfRanks(tokens);
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

}  // namespace headlight
