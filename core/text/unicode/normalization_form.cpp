#include "core/text/unicode/normalization_form.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "core/text/unicode/unicode.h"

namespace headlight {

namespace {

struct Classed {
  std::uint8_t cls;
  CharChange change;
};

/// Decomposes [start, end) of `text` and puts marks into canonical order.
void decompose(std::string_view text, bool compatibility, std::vector<Classed>& out) {
  std::u32string buffer;
  std::size_t pending = 0;  // first of the characters that still have to be sorted
  const auto sortPending = [&] {
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(pending), out.end(),
                     [](const Classed& a, const Classed& b) { return a.cls < b.cls; });
    pending = out.size();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const auto push = [&](char32_t part, int change) {
      const std::uint8_t cls = unicode::combiningClass(part);
      if (cls == 0) sortPending();
      out.push_back({cls, {part, change}});
    };
    const std::u32string& parts = unicode::decomposition(c, compatibility, buffer);
    if (parts.empty()) push(c, 0);
    for (std::size_t i = 0; i < parts.size(); ++i) push(parts[i], i == 0 ? 0 : 1);
  }
  sortPending();
}

/// Composes what decompose() left, character by character from the left.
void recompose(const std::vector<Classed>& in, std::vector<CharChange>& out) {
  bool hasStarter = false;
  std::size_t starter = 0;  // in out
  int lastClass = -1;       // of the last character behind the starter that stayed
  for (const Classed& item : in) {
    if (hasStarter && (lastClass < 0 || lastClass < item.cls)) {
      if (const char32_t composed = unicode::compose(out[starter].c, item.change.c)) {
        out[starter].c = composed;
        out[starter].change += item.change.change - 1;
        continue;
      }
    }
    out.push_back(item.change);
    if (item.cls == 0) {
      hasStarter = true;
      starter = out.size() - 1;
      lastClass = -1;
    } else if (hasStarter) {
      lastClass = item.cls;
    }
  }
}

/// Whether `c` stays as it is in every form and nothing before or behind it changes with it.
bool isInert(char32_t c, bool compose) {
  if (c < 0x80) return true;
  return u_hasBinaryProperty(static_cast<UChar32>(c), compose ? UCHAR_NFKC_INERT : UCHAR_NFKD_INERT);
}

}  // namespace

AlignedText normalizeTo(NormalizationForm form, const AlignedText& text, TextArena& arena) {
  if (utf8::isAscii(text.text)) return text;
  const bool compatibility = form == NormalizationForm::Nfkc || form == NormalizationForm::Nfkd;
  const bool compose = form == NormalizationForm::Nfc || form == NormalizationForm::Nfkc;
  TextRewriter rewriter(text, arena);
  std::vector<Classed> decomposed;
  std::vector<CharChange> changes;
  while (!rewriter.atEnd()) {
    // A stretch that can change begins with the first character that is not inert, or with the ASCII character in
    // front of it, and ends before the next character that is inert or ASCII.
    const std::string_view rest = rewriter.rest();
    std::size_t start = 0;
    while (start < rest.size()) {
      std::size_t after = start;
      const char32_t c = utf8::next(rest, after);
      if (c >= 0x80 && !isInert(c, compose)) break;
      if (c < 0x80 && after < rest.size() && static_cast<unsigned char>(rest[after]) >= 0x80) {
        std::size_t behind = after;
        if (!isInert(utf8::next(rest, behind), compose)) break;
      }
      start = after;
    }
    rewriter.keep(start);
    if (rewriter.atEnd()) break;
    const std::string_view stretch = rewriter.rest();
    std::size_t end = utf8::lengthFrom(stretch[0]);
    while (end < stretch.size()) {
      std::size_t after = end;
      if (isInert(utf8::next(stretch, after), compose)) break;
      end = after;
    }
    decomposed.clear();
    changes.clear();
    decompose(stretch.substr(0, end), compatibility, decomposed);
    if (compose) {
      recompose(decomposed, changes);
    } else {
      for (const Classed& item : decomposed) changes.push_back(item.change);
    }
    rewriter.apply(changes);
  }
  return rewriter.finish();
}

}  // namespace headlight
