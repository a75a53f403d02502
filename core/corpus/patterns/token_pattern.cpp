#include "core/corpus/patterns/token_pattern.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "core/base/error.h"
#include "core/text/token_groups.h"
#include "core/text/token_names.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

using Keys = std::vector<std::vector<Index>>;

constexpr std::string_view kColumnNames[] = {"id",    "form", "lemma",  "upos", "xpos",
                                             "feats", "head", "deprel", "deps", "misc"};
constexpr std::size_t kHeadColumn = 6, kRelationColumn = 7;

std::size_t numberIn(std::string_view text, std::string_view pattern) {
  for (std::size_t i = 0; i < std::size(kColumnNames); ++i)
    if (kColumnNames[i] == text) return i;
  std::size_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr std::size_t kMost = 1000;
  if (failed != std::errc() || end != text.data() + text.size() || number < 1 || number > kMost)
    throw Error("pattern '" + std::string(pattern) +
                "': expected a column by name (upos, deprel, …) or number, found '" + std::string(text) + "'");
  return number - 1;
}

/// "FROM>TO"
void setEnds(TokenPattern& pattern, std::string_view text) {
  const std::size_t arrow = text.find('>');
  if (arrow == 0 || arrow == text.npos || arrow + 1 == text.size())
    throw Error("pattern '" + pattern.name + "': expected FROM>TO, found '" + std::string(text) + "'");
  pattern.from = text.substr(0, arrow);
  pattern.to = text.substr(arrow + 1);
}

/// The numbers of the tokens that share a code point with a range of the first text.
std::vector<Index> tokensIn(const TextRange& range, const std::vector<Token>& tokens) {
  std::vector<Index> within;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!token.special && token.sequence.value_or(0) == 0 && token.range.start < range.end &&
        token.range.end > range.start)
      within.push_back(static_cast<Index>(i));
  }
  return within;
}

/// "4>3,5>4"
void setCells(TokenPattern& pattern, std::string_view text) {
  const char *at = text.data(), *const end = text.data() + text.size();
  const auto number = [&](Index& to) {
    const auto [after, failed] = std::from_chars(at, end, to);
    const bool fine = failed == std::errc() && to >= 0;
    at = after;
    return fine;
  };
  for (bool more = true; more;) {
    std::pair<Index, Index> cell;
    const bool whole =
        number(cell.first) && at != end && *at++ == '>' && number(cell.second) && (at == end || *at == ',');
    if (!whole)
      throw Error("pattern '" + pattern.name +
                  "': expected cells as 4>3,5>4 (from token to token, by number from 0), found '" + std::string(text) +
                  "'");
    pattern.cells.push_back(cell);
    more = at != end;
    if (more) ++at;
  }
}

void join(Keys& keys, const std::vector<Index>& from, const std::vector<Index>& to) {
  for (const Index query : from) {
    auto& of = keys[static_cast<std::size_t>(query)];
    of.insert(of.end(), to.begin(), to.end());
  }
}

void addBrackets(Keys& keys, const std::vector<Token>& tokens) {
  static const std::map<char32_t, char32_t> kOpening = {{U')', U'('}, {U']', U'['}, {U'}', U'{'},
                                                        {U'»', U'«'}, {U'”', U'“'}, {U'’', U'‘'}};
  std::vector<std::pair<char32_t, Index>> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].special) continue;
    for (std::size_t at = 0; at < tokens[i].display.size();) {
      const char32_t c = utf8::next(tokens[i].display, at);
      const auto closes = kOpening.find(c);
      if (closes == kOpening.end()) {
        if (std::any_of(kOpening.begin(), kOpening.end(), [c](const auto& pair) { return pair.second == c; }))
          open.emplace_back(c, static_cast<Index>(i));
        continue;
      }
      // An apostrophe closes nothing: the brackets that are open stay so.
      const auto opened = std::find_if(open.rbegin(), open.rend(),
                                       [&](const auto& bracket) { return bracket.first == closes->second; });
      if (opened == open.rend()) continue;
      keys[i].push_back(opened->second);
      open.erase(std::prev(opened.base()), open.end());
    }
  }
}

void addWords(const TokenPattern& pattern, const CorpusText& text, const std::vector<Token>& tokens, Keys& keys) {
  std::vector<std::vector<Index>> of;
  std::map<std::string, std::size_t> byId;
  for (const CorpusWord& word : text.words) {
    byId.emplace(word.columns.front(), of.size());
    of.push_back(tokensIn(word.range, tokens));
  }
  const auto value = [&](std::size_t word, std::size_t column) {
    const std::vector<std::string>& columns = text.words[word].columns;
    return column < columns.size() ? std::string_view(columns[column]) : std::string_view("_");
  };
  const auto matches = [&](std::size_t word, const std::string& wanted) {
    return wanted == "*" || value(word, pattern.column) == wanted;
  };
  for (std::size_t word = 0; word < of.size(); ++word) {
    if (pattern.kind == TokenPattern::Kind::Head || pattern.kind == TokenPattern::Kind::Dependent) {
      const std::string_view relation = value(word, kRelationColumn);
      if (!pattern.from.empty() && relation != pattern.from && !relation.starts_with(pattern.from + ":")) continue;
      const auto head = byId.find(std::string(value(word, kHeadColumn)));
      if (head == byId.end()) continue;
      if (pattern.kind == TokenPattern::Kind::Head)
        join(keys, of[word], of[head->second]);
      else
        join(keys, of[head->second], of[word]);
      continue;
    }
    const bool same = pattern.kind == TokenPattern::Kind::Same;
    if (same ? value(word, pattern.column) == "_" : !matches(word, pattern.from)) continue;
    for (std::size_t other = 0; other < of.size(); ++other)
      if (other != word &&
          (same ? value(other, pattern.column) == value(word, pattern.column) : matches(other, pattern.to)))
        join(keys, of[word], of[other]);
  }
}

}  // namespace

bool needsMarks(const TokenPattern& pattern) {
  using Kind = TokenPattern::Kind;
  switch (pattern.kind) {
    case Kind::Span:
    case Kind::Same:
    case Kind::Tag:
    case Kind::Head:
    case Kind::Dependent:
      return true;
    default:
      return false;
  }
}

std::string patternName(const Token& token) {
  std::string name = nameOf(token);
  const std::size_t first = name.find_first_not_of(' ');
  return first == name.npos ? name : name.substr(first);
}

std::string cellsPattern(const std::vector<std::vector<Index>>& keys) {
  std::string pattern;
  for (std::size_t query = 0; query < keys.size(); ++query)
    for (const Index key : keys[query])
      pattern += (pattern.empty() ? "cells:" : ",") + std::to_string(query) + ">" + std::to_string(key);
  return pattern;
}

TokenPattern parsePattern(std::string_view text) {
  TokenPattern pattern;
  pattern.name = text;
  const std::size_t colon = text.find(':');
  const std::string_view kind = text.substr(0, colon);
  const std::string_view rest = colon == text.npos ? std::string_view() : text.substr(colon + 1);
  using Kind = TokenPattern::Kind;
  const std::map<std::string_view, std::pair<Kind, Index>> plain = {
      {"previous", {Kind::Offset, -1}},    {"next", {Kind::Offset, 1}},
      {"own", {Kind::Offset, 0}},          {"duplicate", {Kind::Duplicate, 0}},
      {"induction", {Kind::Induction, 0}}, {"first-of-sentence", {Kind::FirstOfSentence, 0}},
      {"brackets", {Kind::Brackets, 0}},   {"head", {Kind::Head, 0}},
      {"dependent", {Kind::Dependent, 0}}};
  if (const auto found = plain.find(text); found != plain.end()) {
    pattern.kind = found->second.first;
    pattern.offset = found->second.second;
    return pattern;
  }
  const auto refuse = [text] {
    constexpr std::size_t kShown = 60;
    throw Error(
        "pattern '" + std::string(text.substr(0, kShown)) +
        "': expected previous, next, own, offset:N, duplicate, induction, first-of-sentence, brackets, "
        "span:FROM>TO, token:FROM>TO, same:COLUMN, tag:COLUMN=FROM>TO, head, dependent, deprel:NAME or cells:4>3,5>4");
  };
  constexpr std::size_t kMostLetters = 1000;
  if (rest.empty() || text.size() > kMostLetters) refuse();
  if (kind == "offset") {
    pattern.kind = Kind::Offset;
    int offset = 0;
    const std::string_view number = rest.starts_with('+') ? rest.substr(1) : rest;
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), offset);
    if (failed != std::errc() || end != number.data() + number.size())
      throw Error("pattern '" + pattern.name + "': expected a whole number of tokens, found '" + std::string(rest) +
                  "'");
    pattern.offset = offset;
  } else if (kind == "span" || kind == "token") {
    pattern.kind = kind == "span" ? Kind::Span : Kind::Token;
    setEnds(pattern, rest);
  } else if (kind == "same") {
    pattern.kind = Kind::Same;
    pattern.column = numberIn(rest, text);
  } else if (kind == "tag") {
    pattern.kind = Kind::Tag;
    const std::size_t equals = rest.find('=');
    if (equals == rest.npos) throw Error("pattern '" + pattern.name + "': expected tag:COLUMN=FROM>TO, found no =");
    pattern.column = numberIn(rest.substr(0, equals), text);
    setEnds(pattern, rest.substr(equals + 1));
  } else if (kind == "cells") {
    pattern.kind = Kind::Cells;
    setCells(pattern, rest);
  } else if (kind == "deprel") {
    pattern.kind = Kind::Head;
    pattern.from = rest;
  } else {
    refuse();
  }
  return pattern;
}

std::vector<std::vector<Index>> keysOf(const TokenPattern& pattern, const CorpusText& text,
                                       const std::vector<Token>& tokens) {
  const auto count = static_cast<Index>(tokens.size());
  Keys keys(tokens.size());
  const auto of = [&keys](Index query) -> std::vector<Index>& { return keys[static_cast<std::size_t>(query)]; };
  const auto at = [&tokens](Index i) -> const Token& { return tokens[static_cast<std::size_t>(i)]; };
  using Kind = TokenPattern::Kind;
  switch (pattern.kind) {
    case Kind::Offset:
      for (Index q = 0; q < count; ++q)
        if (q + pattern.offset >= 0 && q + pattern.offset < count) of(q).push_back(q + pattern.offset);
      break;
    case Kind::Duplicate:
    case Kind::Induction: {
      std::map<std::int64_t, std::vector<Index>> places;
      for (Index k = 0; k < count; ++k)
        if (!at(k).special) places[at(k).id].push_back(k);
      for (const auto& [id, same] : places)
        for (const Index q : same)
          for (const Index k : same)
            if (pattern.kind == Kind::Duplicate ? k != q : k < q && k + 1 != q)
              of(q).push_back(pattern.kind == Kind::Duplicate ? k : k + 1);
      break;
    }
    case Kind::FirstOfSentence:
      for (const TokenGroup& sentence : sentenceGroups(tokens))
        if (!at(sentence.begin).special)
          for (Index q = sentence.begin; q < sentence.end; ++q) of(q).push_back(sentence.begin);
      break;
    case Kind::Brackets:
      addBrackets(keys, tokens);
      break;
    case Kind::Span: {
      std::vector<Index> to;
      for (const CorpusSpan& span : text.spans)
        if (span.name == pattern.to)
          for (const Index k : tokensIn(span.range, tokens)) to.push_back(k);
      for (const CorpusSpan& span : text.spans)
        if (span.name == pattern.from) join(keys, tokensIn(span.range, tokens), to);
      break;
    }
    case Kind::Token: {
      std::vector<Index> from, to;
      for (Index i = 0; i < count; ++i) {
        const std::string name = patternName(at(i));
        if (pattern.from == "*" || name == pattern.from) from.push_back(i);
        if (pattern.to == "*" || name == pattern.to) to.push_back(i);
      }
      join(keys, from, to);
      break;
    }
    case Kind::Cells:
      for (const auto& [query, key] : pattern.cells)
        if (query < count && key < count) of(query).push_back(key);
      break;
    case Kind::Same:
    case Kind::Tag:
    case Kind::Head:
    case Kind::Dependent:
      addWords(pattern, text, tokens, keys);
      break;
  }
  for (std::vector<Index>& each : keys) {
    std::sort(each.begin(), each.end());
    each.erase(std::unique(each.begin(), each.end()), each.end());
  }
  return keys;
}

}  // namespace headlight
