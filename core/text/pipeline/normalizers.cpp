#include "core/text/pipeline/normalizers.h"

#include "core/text/unicode/byte_chars.h"
#include "core/text/unicode/unicode.h"

namespace headlight {

namespace {

/// Keeps, replaces or drops each character as `change` says: it returns the character to stand there, or kDrop.
constexpr char32_t kDrop = 0xFFFFFFFF;

template <typename Change>
AlignedText mapChars(const AlignedText& text, TextArena& arena, Change change) {
  TextRewriter rewriter(text, arena);
  while (!rewriter.atEnd()) {
    const char32_t c = rewriter.peek();
    const char32_t to = change(c);
    if (to == c) {
      rewriter.keepChar();
    } else if (to == kDrop) {
      rewriter.dropChar();
    } else {
      rewriter.replace(to);
    }
  }
  return rewriter.finish();
}

AlignedText lowercase(const AlignedText& text, TextArena& arena) {
  TextRewriter rewriter(text, arena);
  while (!rewriter.atEnd()) {
    const char32_t c = rewriter.peek();
    char32_t second = 0;
    const char32_t lower = unicode::toLower(c, second);
    if (lower == c) {
      rewriter.keepChar();
    } else {
      rewriter.replace(lower);
      if (second) rewriter.insert(second);
    }
  }
  return rewriter.finish();
}

AlignedText cleanForBert(const AlignedText& text, TextArena& arena) {
  return mapChars(text, arena, [](char32_t c) -> char32_t {
    if (c == 0 || c == 0xFFFD || unicode::isBertControl(c)) return kDrop;
    return unicode::isWhitespace(c) ? U' ' : c;
  });
}

AlignedText spaceChinese(const AlignedText& text, TextArena& arena) {
  TextRewriter rewriter(text, arena);
  while (!rewriter.atEnd()) {
    const char32_t c = rewriter.peek();
    if (c < 0x3400 || !unicode::isBertChinese(c)) {
      rewriter.keepChar();
      continue;
    }
    rewriter.replace(' ');
    rewriter.insert(c);
    rewriter.insert(' ');
  }
  return rewriter.finish();
}

/// Each character as the base of what it decomposes into.
AlignedText baseCharacters(const AlignedText& text, TextArena& arena) {
  std::u32string buffer;
  return mapChars(text, arena, [&buffer](char32_t c) {
    const std::u32string& parts = unicode::decomposition(c, false, buffer);
    return parts.empty() ? c : parts.front();
  });
}

AlignedText apply(const BertNormalizer& options, AlignedText text, TextArena& arena) {
  if (utf8::isAscii(text.text)) {
    if (options.cleanText) text = cleanForBert(text, arena);
    return options.lowercase ? lowercase(text, arena) : text;
  }
  if (options.cleanText) text = cleanForBert(text, arena);
  if (options.handleChineseChars) text = spaceChinese(text, arena);
  if (options.stripAccents) {
    text = options.decomposes ? normalizeTo(NormalizationForm::Nfd, text, arena)
                                    : baseCharacters(text, arena);
    text = mapChars(text, arena, [](char32_t c) { return unicode::isBertAccent(c) ? kDrop : c; });
  }
  return options.lowercase ? lowercase(text, arena) : text;
}

AlignedText apply(NormalizationForm form, const AlignedText& text, TextArena& arena) {
  return normalizeTo(form, text, arena);
}

AlignedText apply(Lowercase, const AlignedText& text, TextArena& arena) { return lowercase(text, arena); }

AlignedText apply(StripAccents, const AlignedText& text, TextArena& arena) {
  if (utf8::isAscii(text.text)) return text;
  return mapChars(text, arena, [](char32_t c) { return unicode::isCombiningMark(c) ? kDrop : c; });
}

AlignedText apply(NmtRules, const AlignedText& text, TextArena& arena) {
  return mapChars(text, arena, [](char32_t c) -> char32_t {
    if ((c >= 1 && c <= 8) || c == 0x0B || (c >= 0x0E && c <= 0x1F) || c == 0x7F || c == 0x8F || c == 0x9F)
      return kDrop;
    const bool space = c == 9 || c == 0x0A || c == 0x0C || c == 0x0D || c == 0x1680 || (c >= 0x200B && c <= 0x200F) ||
                       c == 0x2028 || c == 0x2029 || c == 0x2581 || c == 0xFEFF || c == 0xFFFD;
    return space ? U' ' : c;
  });
}

AlignedText apply(const StripEnds& ends, const AlignedText& text, TextArena& arena) {
  const std::string_view all = text.text;
  std::size_t start = 0, end = all.size();
  for (std::size_t at = 0; ends.left && at < end; start = at) {
    if (!unicode::isWhitespace(utf8::next(all, at))) break;
  }
  for (std::size_t at = end; ends.right && at > start; end = at) {
    if (!unicode::isWhitespace(utf8::previous(all, at))) break;
  }
  if (start == 0 && end == all.size()) return text;
  TextRewriter rewriter(text, arena);
  rewriter.drop(start);
  rewriter.keep(end - start);
  rewriter.drop(all.size() - end);
  return rewriter.finish();
}

AlignedText apply(const ReplaceText& step, const AlignedText& text, TextArena& arena) {
  thread_local std::vector<ByteRange> matches;
  matches.clear();
  step.pattern.find(text.text, matches);
  return replaceMatches(text, matches, step.content, arena);
}

AlignedText apply(const PrependText& step, const AlignedText& text, TextArena& arena) {
  return prepend(step.text, text, arena);
}

AlignedText apply(const std::shared_ptr<const Charsmap>& map, const AlignedText& text, TextArena& arena) {
  return map->normalize(text, arena);
}

AlignedText apply(const LongestCharsmap& step, const AlignedText& text, TextArena& arena) {
  return step.map->normalizeLongest(text, arena);
}

AlignedText apply(BytesToChars, const AlignedText& text, TextArena& arena) { return bytesToChars(text, arena); }

}  // namespace

AlignedText normalize(const Normalizer& steps, AlignedText text, TextArena& arena) {
  for (const NormalizerStep& step : steps) {
    if (text.text.empty()) break;
    text = std::visit([&](const auto& s) { return apply(s, text, arena); }, step);
  }
  return text;
}

AlignedText bytesToChars(const AlignedText& text, TextArena& arena) {
  TextRewriter rewriter(text, arena);
  while (!rewriter.atEnd()) {
    const std::string_view rest = rewriter.rest();
    const std::string_view bytes = rest.substr(0, utf8::lengthFrom(rest[0]));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const char32_t c = charOfByte(static_cast<std::uint8_t>(bytes[i]));
      if (i > 0) {
        rewriter.insert(c);
      } else if (c < 0x80) {
        rewriter.keepChar();
      } else {
        rewriter.replace(c);
      }
    }
  }
  return rewriter.finish();
}

AlignedText prepend(std::string_view prefix, const AlignedText& text, TextArena& arena) {
  if (text.text.empty() || prefix.empty()) return text;
  const std::size_t size = prefix.size() + text.text.size();
  char* bytes = arena.bytes.allocate(size);
  std::copy(prefix.begin(), prefix.end(), bytes);
  std::copy(text.text.begin(), text.text.end(), bytes + prefix.size());
  AlignedText result = text;
  result.text = {bytes, size};
  if (text.alignment) {
    ByteRange* ranges = arena.ranges.allocate(size);
    std::fill_n(ranges, prefix.size(), text.alignment[0]);
    std::copy_n(text.alignment, text.text.size(), ranges + prefix.size());
    result.alignment = ranges;
  } else {
    result.inserted += static_cast<std::uint32_t>(prefix.size());
  }
  return result;
}

AlignedText replaceMatches(const AlignedText& text, const std::vector<ByteRange>& matches, std::string_view content,
                           TextArena& arena) {
  if (matches.empty()) return text;
  TextRewriter rewriter(text, arena);
  std::size_t at = 0;
  for (const ByteRange& match : matches) {
    rewriter.keep(match.start - at);
    rewriter.drop(match.end - match.start);
    for (std::size_t i = 0; i < content.size();) rewriter.insert(utf8::next(content, i));
    at = match.end;
  }
  rewriter.keep(text.text.size() - at);
  return rewriter.finish();
}

}  // namespace headlight
