#include "core/text/pipeline/decoders.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/unicode/byte_chars.h"
#include "core/text/unicode/unicode.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

using Tokens = std::vector<std::string>;

void replaceAll(std::string& text, std::string_view old, std::string_view by) {
  if (old.empty()) {
    // As the reference engine: an empty string is found around every character.
    std::string spread(by);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = utf8::lengthFrom(text[at]);
      spread.append(text, at, length).append(by);
      at += length;
    }
    text = std::move(spread);
    return;
  }
  std::size_t at = text.find(old);
  if (at == std::string::npos) return;
  std::string result;
  std::size_t done = 0;
  for (; at != std::string::npos; at = text.find(old, done)) {
    result.append(text, done, at - done).append(by);
    done = at + old.size();
  }
  text = result.append(text, done);
}

void cleanUp(std::string& text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kRules{{{" .", "."},
                                                                                  {" ?", "?"},
                                                                                  {" !", "!"},
                                                                                  {" ,", ","},
                                                                                  {" ' ", "'"},
                                                                                  {" n't", "n't"},
                                                                                  {" 'm", "'m"},
                                                                                  {" do not", " don't"},
                                                                                  {" 's", "'s"},
                                                                                  {" 've", "'ve"},
                                                                                  {" 're", "'re"}}};
  for (const auto& [old, by] : kRules) replaceAll(text, old, by);
}

void apply(ByteLevelDecoder, Tokens& tokens) {
  std::string bytes;
  for (const std::string& token : tokens) {
    if (!appendBytes(token, bytes)) bytes += token;
  }
  std::string text;
  utf8::appendLossy(text, bytes);
  tokens = {std::move(text)};
}

void apply(const WordPieceDecoder& step, Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0) {
      if (tokens[i].starts_with(step.prefix)) {
        tokens[i].erase(0, step.prefix.size());
      } else {
        tokens[i].insert(0, " ");
      }
    }
    if (step.cleanup) cleanUp(tokens[i]);
  }
}

void apply(const MetaspaceDecoder& step, Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) replaceAll(tokens[i], step.mark, i == 0 && step.dropFirst ? "" : " ");
}

void apply(const BpeDecoder& step, Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) replaceAll(tokens[i], step.suffix, i + 1 == tokens.size() ? "" : " ");
}

void apply(const CtcDecoder& step, Tokens& tokens) {
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  Tokens kept;
  for (std::string& token : tokens) {
    replaceAll(token, step.padToken, "");
    if (step.cleanup) {
      cleanUp(token);
      replaceAll(token, step.wordDelimiter, " ");
    }
    if (!token.empty()) kept.push_back(std::move(token));
  }
  tokens = std::move(kept);
}

/// The byte that "<0xNN>" names, or −1.
int fallbackByte(const std::string& token) {
  if (token.size() != 6 || !token.starts_with("<0x") || token[5] != '>') return -1;
  int value = 0;
  for (const char c : {token[3], token[4]}) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

void apply(ByteFallbackDecoder, Tokens& tokens) {
  Tokens result;
  std::string bytes;
  const auto flush = [&] {
    if (bytes.empty()) return;
    if (utf8::isValid(bytes)) {
      result.push_back(bytes);
    } else {
      for (std::size_t i = 0; i < bytes.size(); ++i) result.emplace_back("\xEF\xBF\xBD");
    }
    bytes.clear();
  };
  for (std::string& token : tokens) {
    if (const int byte = fallbackByte(token); byte >= 0) {
      bytes.push_back(static_cast<char>(byte));
    } else {
      flush();
      result.push_back(std::move(token));
    }
  }
  flush();
  tokens = std::move(result);
}

void apply(FuseDecoder, Tokens& tokens) {
  std::string all;
  for (const std::string& token : tokens) all += token;
  tokens = {std::move(all)};
}

void apply(const StripDecoder& step, Tokens& tokens) {
  for (std::string& token : tokens) {
    std::string_view rest = token;
    for (std::size_t i = 0; i < step.start && rest.starts_with(step.content); ++i)
      rest.remove_prefix(step.content.size());
    for (std::size_t i = 0; i < step.stop && rest.ends_with(step.content); ++i) rest.remove_suffix(step.content.size());
    token = std::string(rest);
  }
}

void apply(const ReplaceDecoder& step, Tokens& tokens) {
  std::vector<ByteRange> matches;
  for (std::string& token : tokens) {
    matches.clear();
    step.pattern.find(token, matches);
    if (matches.empty()) continue;
    std::string result;
    std::size_t done = 0;
    for (const ByteRange& match : matches) {
      result.append(token, done, match.start - done).append(step.content);
      done = match.end;
    }
    token = result.append(token, done);
  }
}

constexpr std::string_view kPieceMark = "\xE2\x96\x81";

void trimEnds(std::string& text) {
  std::size_t start = 0, end = text.size();
  for (std::size_t at = 0; at < end && unicode::isWhitespace(utf8::next(text, at)); start = at) continue;
  for (std::size_t at = end; at > start && unicode::isWhitespace(utf8::previous(text, at)); end = at) continue;
  text = text.substr(start, end - start);
}

/// Characters of `bytes`, a replacement character for each byte that belongs to none.
void appendCharacters(std::string& text, std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view character = bytes.substr(0, utf8::lengthFrom(bytes.front()));
    const bool valid = utf8::isValid(character);
    text += valid ? character : std::string_view("\xEF\xBF\xBD");
    bytes.remove_prefix(valid ? character.size() : 1);
  }
}

void apply(const std::shared_ptr<const PiecesDecoder>& step, Tokens& tokens) {
  std::string all, bytes;
  bool begins = true;
  const auto flush = [&] {
    if (!bytes.empty()) begins = false;
    appendCharacters(all, bytes);
    bytes.clear();
  };
  for (std::string& token : tokens) {
    if (step->bytes.contains(token)) {
      bytes += static_cast<char>(fallbackByte(token));
      continue;
    }
    flush();
    if (step->special.contains(token)) {
      all += token;
      if (step->spacesAfterSpecial) all += ' ';
      begins = true;
      continue;
    }
    if (step->controls.contains(token)) continue;
    if (step->pieces.contains(token)) {
      std::string_view rest = token;
      bool dropped = false;
      while (begins && step->dropsPrefix && rest.starts_with(kPieceMark) && (step->dropsAllMarks || !dropped)) {
        rest.remove_prefix(kPieceMark.size());
        dropped = true;
      }
      std::string text(rest);
      replaceAll(text, kPieceMark, " ");
      if (!text.empty() || (dropped && !step->dropsAllMarks)) begins = false;
      all += text;
    } else {
      begins = false;
      all += token;
    }
  }
  flush();
  if (step->replacesMarks) replaceAll(all, kPieceMark, " ");
  trimEnds(all);
  tokens = {std::move(all)};
}

void apply(TidySpaces, std::string& text) {
  for (const auto& [old, by] : {std::pair<std::string_view, std::string_view>{" .", "."},
                                {" ?", "?"},
                                {" !", "!"},
                                {" ,", ","},
                                {" ' ", "'"},
                                {" n't", "n't"},
                                {" 'm", "'m"},
                                {" 's", "'s"},
                                {" 've", "'ve"},
                                {" 're", "'re"}})
    replaceAll(text, old, by);
}

void apply(const EndWords& step, std::string& text) {
  replaceAll(text, step.suffix, " ");
  trimEnds(text);
}

void apply(DropTimestamps, std::string& text) {
  static const Pattern kTimestamp = Pattern::regex("<\\|\\d+\\.\\d+\\|>");
  std::vector<ByteRange> matches;
  kTimestamp.find(text, matches);
  std::string rest;
  std::size_t done = 0;
  for (const ByteRange& match : matches) {
    rest.append(text, done, match.start - done);
    done = match.end;
  }
  text = rest.append(text, done);
}

}  // namespace

void applyTo(std::string& text, const std::vector<TextStep>& steps) {
  for (const TextStep& step : steps) std::visit([&](const auto& s) { apply(s, text); }, step);
}

std::string decodeTokens(const Decoder& steps, std::vector<std::string> tokens) {
  for (const DecoderStep& step : steps) std::visit([&](const auto& s) { apply(s, tokens); }, step);
  std::string text;
  for (const std::string& token : tokens) text += token;
  return text;
}

}  // namespace headlight
