#include "core/text/unicode/grapheme_clusters.h"

#include "core/text/unicode/unicode.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

/// The code point before a place, and what the longer rules of UAX #29 remember of those before it.
struct Before {
  using enum unicode::GraphemeBreak;

  unicode::GraphemeBreak kind = Control;
  bool carriageReturn = false;
  bool picture = false;    ///< Pictographic Extend* (GB11)
  bool consonant = false;  ///< Consonant with conjunct extends (GB9c)
  bool linked = false;     ///< … and a linker among them

  static bool isExtend(unicode::GraphemeBreak kind) {
    return kind == Extend || kind == NonConjunctExtend || kind == Linker || kind == Joiner;
  }

  bool joins(unicode::GraphemeBreak next, char32_t c) const {
    if (carriageReturn && c == '\n') return true;
    if (kind == Control || next == Control) return false;
    if (kind == HangulL && (next == HangulL || next == HangulV || next == HangulLV || next == HangulLVT)) return true;
    if ((kind == HangulV || kind == HangulLV) && (next == HangulV || next == HangulT)) return true;
    if ((kind == HangulT || kind == HangulLVT) && next == HangulT) return true;
    if (isExtend(next) || next == SpacingMark || kind == Prepend) return true;
    if (next == Consonant && linked) return true;
    return next == Pictographic && kind == Joiner && picture;
  }

  void take(unicode::GraphemeBreak next, char32_t c) {
    picture = next == Pictographic || (picture && isExtend(next));
    const bool extends = next == Extend || next == Linker || next == Joiner;
    linked = consonant && extends && (linked || next == Linker);
    consonant = next == Consonant || (consonant && extends);
    carriageReturn = c == '\r';
    kind = next;
  }
};

}  // namespace

void graphemeClusterEnds(std::string_view text, std::vector<std::size_t>& ends) {
  Before before;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::next(text, at);
    const unicode::GraphemeBreak kind = unicode::graphemeBreakOf(c);
    if (start > 0 && !before.joins(kind, c)) ends.push_back(start);
    before.take(kind, c);
  }
  if (!text.empty()) ends.push_back(text.size());
}

}  // namespace headlight
