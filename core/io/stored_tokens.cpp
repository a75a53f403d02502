#include "core/io/stored_tokens.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/text/token_groups.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

/// As a person reads it: the marks for a space that vocabularies have become spaces.
std::string readable(std::string token) {
  for (const char* mark : {"\u0120", "\u2581"}) {  // Ġ ▁
    const std::string_view wide(mark);
    for (std::size_t at = 0; (at = token.find(wide, at)) != std::string::npos; ++at)
      token.replace(at, wide.size(), " ");
  }
  return token;
}

bool looksSpecial(const std::string& token) {
  constexpr std::string_view kSpecialNames[] = {"<s>", "</s>", "<pad>", "<bos>", "<eos>", "<mask>", "<unk>"};
  return (token.size() > 2 && token.starts_with('[') && token.ends_with(']') && token.find(' ') == std::string::npos) ||
         (token.starts_with("<|") && token.ends_with("|>")) ||
         std::find(std::begin(kSpecialNames), std::end(kSpecialNames), token) != std::end(kSpecialNames);
}

/// The part of a character that a text begins with, as core/text/display.h shows it.
CharacterPart partAtStart(std::string_view display) {
  const auto digitAt = [display](std::size_t at) {
    return at < display.size() && display[at] >= '1' && display[at] <= '9' ? display[at] - '0' : 0;
  };
  for (std::size_t space = display.find(' ', 1); space < std::size_t{32}; space = display.find(' ', space + 1)) {
    const int number = digitAt(space + 1), of = digitAt(space + 3);
    if (number > 0 && of >= number && display[space + 2] == '/')
      return {static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(of), static_cast<std::uint8_t>(space)};
  }
  return {};
}

/// A piece of WordPiece that goes on with the word before it: "##ing".
bool isContinuation(const std::string& text) { return text.size() > 2 && text.starts_with("##") && text[2] != '#'; }

/// Numbers the words of pieces of WordPiece and of lists of words, which do not have the spaces of their text; where
/// the `text` is known, those of pieces alone.
void numberWords(const std::string& text, std::vector<Token>& tokens) {
  const auto isPiece = [](const Token& token) { return !token.special && isContinuation(token.text); };
  const auto hasSpace = [](const Token& token) {
    return !token.special && token.display.find(' ') != std::string::npos;
  };
  if (std::any_of(tokens.begin(), tokens.end(), hasSpace)) return;
  if (!text.empty() && std::none_of(tokens.begin(), tokens.end(), isPiece)) return;
  std::int64_t word = -1;
  for (Token& token : tokens) {
    if (token.special) continue;
    word += word < 0 || !isPiece(token);
    token.word = word;
  }
}

/// The part of a row of `count`, of a batch of rows that follow each other; all where there is no such row.
template <class T>
void keepRow(std::vector<T>& all, std::size_t count, std::optional<std::int64_t> row) {
  if (!row || count == 0 || all.size() == count || all.size() % count != 0) return;
  const auto begin = static_cast<std::size_t>(*row) * count;
  if (begin < all.size())
    all = std::vector<T>(all.begin() + static_cast<std::ptrdiff_t>(begin),
                         all.begin() + static_cast<std::ptrdiff_t>(begin + count));
}

}  // namespace

void findParts(std::vector<Token>& tokens) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const CharacterPart part = partAtStart(tokens[i].display);
    if (part.number < 2) continue;
    CharacterPart before = part;
    --before.number;
    const std::string shown = tokens[i].display.substr(0, part.length) + ' ' + std::to_string(before.number) + '/' +
                              std::to_string(before.of);
    if (!tokens[i - 1].display.ends_with(shown)) continue;
    tokens[i - 1].ends = before;
    tokens[i].begins = part;
  }
}

std::string textOfTokens(const std::vector<Token>& tokens) {
  std::string text;
  const Token* before = nullptr;
  bool added = false;  // Between the two.
  for (const Token& token : tokens) {
    if (token.special) {
      added = true;
      continue;
    }
    const bool begins = before && token.word && token.word != before->word;
    const bool spaced = before && (before->display.ends_with(' ') || token.display.starts_with(' '));
    if (begins && !spaced && (added || isSpaceBetween(before->display, token.display))) text += ' ';
    text += token.display;
    before = &token;
    added = false;
  }
  return text.starts_with(' ') ? text.substr(1) : text;
}

void placeTokens(const std::string& text, std::vector<Token>& tokens) {
  std::size_t byte = 0, point = 0;
  std::int64_t word = -1;
  bool gap = true;
  for (Token& token : tokens) {
    if (token.special) {
      gap = true;
      continue;
    }
    std::string_view piece = token.display;
    const bool continues = isContinuation(token.text);
    const bool spaced = piece.starts_with(' ');
    while (piece.starts_with(' ')) piece.remove_prefix(1);
    const std::size_t found = piece.empty() ? std::string::npos : text.find(piece, byte);
    if (found != std::string::npos) {
      gap = gap || text.find(' ', byte) < found;
      point += utf8::count(std::string_view(text).substr(byte, found - byte));
      token.range.start = static_cast<std::int64_t>(point);
      point += utf8::count(piece);
      token.range.end = static_cast<std::int64_t>(point);
      byte = found + piece.size();
    } else {
      token.range = {static_cast<std::int64_t>(point), static_cast<std::int64_t>(point)};
    }
    if (word < 0 || spaced || (gap && !continues)) ++word;
    if (!token.word) token.word = word;
    gap = false;
  }
}

std::vector<Token> storedTokens(const StoredContents& from, const StoredNotes& notes,
                                std::initializer_list<const char*> names, const char* idsName, const char* specialName,
                                std::int64_t count) {
  std::vector<Token> tokens(static_cast<std::size_t>(count));
  std::vector<std::string> texts;
  std::string used;
  for (const char* name : names)
    if (texts.empty()) {
      texts = notes.texts(name);
      used = name;
    }
  keepRow(texts, tokens.size(), from.row);
  if (!texts.empty() && texts.size() != tokens.size())
    throw Error(from.place + ": '" + used + "': expected " + std::to_string(count) +
                " tokens, one for each row or column, found " + std::to_string(texts.size()));
  std::vector<std::int64_t> ids;
  std::vector<const char*> asNumbers(names);  // Tokens may be told by their ids.
  asNumbers.insert(asNumbers.begin(), idsName);
  for (const char* name : asNumbers)
    if (const auto found = from.tensors.find(name); ids.empty() && found != from.tensors.end()) {
      ids = integersOf(found->second, from.place + ": tensor '" + name + "'");
      keepRow(ids, tokens.size(), from.row);
      if (ids.size() != tokens.size())
        wrongShape(from, name, "[" + std::to_string(count) + "] as the attention has tokens", found->second.shape);
    }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    token.id = ids.empty() ? static_cast<std::int64_t>(i) : ids[i];
    token.text = !texts.empty() ? texts[i] : std::to_string(token.id);
    token.display = texts.empty()                ? " " + token.text
                    : isContinuation(token.text) ? token.text.substr(2)
                                                 : readable(token.text);
    token.special = looksSpecial(token.text);
    token.sequence = 0;
  }
  if (const auto special = notes.find(specialName)) {
    const std::vector<JsonValue> numbers = special->list("a list of numbers of tokens");
    for (Token& token : tokens) token.special = false;
    for (const JsonValue& each : numbers)
      if (const double at = each.number(0, 1e9, "the number of a token"); at < static_cast<double>(tokens.size()))
        tokens[static_cast<std::size_t>(at)].special = true;
  }
  findParts(tokens);
  if (const auto second = notes.find("sentence_b_start")) {
    const double begin = second->number(0, 1e9, "the number of a token");
    for (std::size_t i = static_cast<std::size_t>(begin); i < tokens.size(); ++i) {
      tokens[i].sequence = 1;
      tokens[i].typeId = 1;
    }
  }
  numberWords(notes.text("text"), tokens);
  return tokens;
}

}  // namespace headlight
