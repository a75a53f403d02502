#include "core/text/pipeline/byte_level_words.h"

#include <array>

#include "core/text/unicode/unicode.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

enum class Kind : unsigned char { Letter, Number, Space, Other };

constexpr std::array<Kind, 128> kAscii = [] {
  std::array<Kind, 128> kinds{};
  for (unsigned c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool space = c == ' ' || (c >= 9 && c <= 13);
    kinds[c] = letter ? Kind::Letter : c >= '0' && c <= '9' ? Kind::Number : space ? Kind::Space : Kind::Other;
  }
  return kinds;
}();

/// The kind of the character at `at`, which moves behind it.
Kind nextKind(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    ++at;
    return kAscii[byte];
  }
  const char32_t c = utf8::next(text, at);
  if (unicode::isWhitespace(c)) return Kind::Space;
  if (unicode::isLetter(c)) return Kind::Letter;
  return unicode::isNumber(c) ? Kind::Number : Kind::Other;
}

/// The end of the run of `kind` that goes on at `at`.
std::size_t runEnd(std::string_view text, std::size_t at, Kind kind) {
  while (at < text.size()) {
    std::size_t after = at;
    if (nextKind(text, after) != kind) break;
    at = after;
  }
  return at;
}

/// Bytes of 's 't 're 've 'm 'll 'd at `at`, or 0.
std::size_t contraction(std::string_view text, std::size_t at) {
  if (text[at] != '\'' || at + 1 >= text.size()) return 0;
  const char a = text[at + 1];
  if (a == 's' || a == 't' || a == 'm' || a == 'd') return 2;
  if (at + 2 >= text.size()) return 0;
  const char b = text[at + 2];
  return ((a == 'r' || a == 'v') && b == 'e') || (a == 'l' && b == 'l') ? 3 : 0;
}

}  // namespace

void byteLevelWords(std::string_view text, std::vector<ByteRange>& words) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    if (const std::size_t length = contraction(text, at)) {
      at += length;
    } else {
      std::size_t after = at;
      Kind kind = nextKind(text, after);
      if (text[at] == ' ' && after < text.size()) {
        // One space goes with the word behind it.
        std::size_t behind = after;
        const Kind next = nextKind(text, behind);
        if (next != Kind::Space) {
          kind = next;
          after = behind;
        }
      }
      at = runEnd(text, after, kind);
      if (kind == Kind::Space && at < text.size()) {
        // The last space of a run is left to the word behind it, if there is more than one.
        std::size_t last = at;
        utf8::previous(text, last);
        if (last > start) at = last;
      }
    }
    words.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at)});
  }
}

}  // namespace headlight
