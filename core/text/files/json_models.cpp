#include "core/text/files/json_parts.h"

namespace headlight {

Vocabulary readVocabulary(const JsonNode& node) {
  const simdjson::dom::object members = node.object();
  Vocabulary vocabulary;
  vocabulary.reserve(members.size(), members.size() * 8);
  for (const auto member : members) {
    std::uint64_t id = 0;
    if (member.value.get(id) != simdjson::SUCCESS || id > Vocabulary::kLargestId) {
      throw Error(node.member(member.value, member.key).wrong("an id from 0 to 2147483646"));
    }
    vocabulary.add(member.key, static_cast<std::uint32_t>(id));
  }
  return vocabulary;
}

Bpe::Merges readMerges(const JsonNode& node) {
  Bpe::Merges merges;
  const simdjson::dom::array elements = node.array();
  merges.reserve(elements.size());
  std::size_t index = 0;
  for (const simdjson::dom::element element : elements) {
    std::string_view line;
    simdjson::dom::array pair;
    if (element.get(line) == simdjson::SUCCESS) {
      const std::size_t blank = line.find(' ');
      if (line.starts_with("#version")) continue;
      if (blank == std::string_view::npos || line.find(' ', blank + 1) != std::string_view::npos) {
        throw node.element(element, index).wrong("two tokens with one blank between them");
      }
      merges.emplace_back(line.substr(0, blank), line.substr(blank + 1));
    } else if (element.get(pair) == simdjson::SUCCESS && pair.size() == 2) {
      std::string_view left, right;
      if (pair.at(0).get(left) != simdjson::SUCCESS || pair.at(1).get(right) != simdjson::SUCCESS) {
        throw node.element(element, index).wrong("two strings");
      }
      merges.emplace_back(left, right);
    } else {
      throw node.element(element, index).wrong(R"("left right" or ["left", "right"])");
    }
    ++index;
  }
  return merges;
}

std::vector<Unigram::Scored> readScored(const JsonNode& node) {
  std::vector<Unigram::Scored> tokens;
  const simdjson::dom::array elements = node.array();
  tokens.reserve(elements.size());
  std::size_t index = 0;
  for (const simdjson::dom::element element : elements) {
    simdjson::dom::array pair;
    Unigram::Scored scored;
    if (element.get(pair) != simdjson::SUCCESS || pair.size() != 2 ||
        pair.at(0).get(scored.token) != simdjson::SUCCESS || pair.at(1).get(scored.score) != simdjson::SUCCESS) {
      throw node.element(element, index).wrong("[\"token\", score]");
    }
    tokens.push_back(scored);
    ++index;
  }
  return tokens;
}

namespace {

Bpe readBpe(const JsonNode& node) {
  Bpe::Options options;
  if (const auto unknown = node.find("unk_token")) options.unknown = std::string(unknown->string());
  options.continuingPrefix = std::string(node.stringOr("continuing_subword_prefix", ""));
  options.endOfWordSuffix = std::string(node.stringOr("end_of_word_suffix", ""));
  options.fuseUnknown = node.booleanOr("fuse_unk", false);
  options.byteFallback = node.booleanOr("byte_fallback", false);
  options.ignoreMerges = node.booleanOr("ignore_merges", false);
  return Bpe(readVocabulary(node.at("vocab")), readMerges(node.at("merges")), std::move(options));
}

WordPiece readWordPiece(const JsonNode& node) {
  constexpr std::uint64_t kLongest = 1 << 20;
  WordPiece::Options options;
  options.unknown = std::string(node.stringOr("unk_token", options.unknown));
  options.continuingPrefix = std::string(node.stringOr("continuing_subword_prefix", options.continuingPrefix));
  if (const auto longest = node.find("max_input_chars_per_word")) options.longestWord = longest->natural(kLongest);
  return WordPiece(readVocabulary(node.at("vocab")), std::move(options));
}

Unigram readUnigram(const JsonNode& node) {
  std::optional<std::size_t> unknown;
  if (const auto id = node.find("unk_id")) unknown = id->natural();
  return Unigram(readScored(node.at("vocab")), unknown, node.booleanOr("byte_fallback", false));
}

/// The kind of a model that does not say it, by its keys.
std::string_view guessType(const JsonNode& node) {
  if (node.find("merges")) return "BPE";
  const auto vocabulary = node.find("vocab");
  if (vocabulary && vocabulary->isArray()) return "Unigram";
  if (node.find("continuing_subword_prefix") || node.find("max_input_chars_per_word")) return "WordPiece";
  if (vocabulary && node.find("unk_token")) return "WordLevel";
  throw Error(node.place() + ": expected the key \"type\", or keys from which it follows");
}

}  // namespace

std::string_view modelType(const JsonNode& node) {
  const auto typed = node.find("type");
  return typed ? typed->string() : guessType(node);
}

TextModel readModel(const JsonNode& node) {
  const std::string_view type = modelType(node);
  const auto place = [&node](const Error& error) {
    // What a model finds wrong begins with "model."; give it the file in front.
    const std::string_view what = error.what();
    const std::size_t prefix = node.place().rfind("model");
    return what.starts_with("model") ? Error(node.place().substr(0, prefix) + std::string(what)) : error;
  };
  try {
    if (type == "BPE") return readBpe(node);
    if (type == "WordPiece") return readWordPiece(node);
    if (type == "Unigram") return readUnigram(node);
    if (type == "WordLevel") {
      return WordLevel(readVocabulary(node.at("vocab")), std::string(node.stringOr("unk_token", "<unk>")));
    }
  } catch (const Error& error) {
    throw place(error);
  }
  throw node.at("type").wrong("BPE, Unigram, WordLevel or WordPiece");
}

}  // namespace headlight
