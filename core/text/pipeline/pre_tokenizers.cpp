#include "core/text/pipeline/pre_tokenizers.h"

#include <algorithm>

#include "core/text/pipeline/byte_level_words.h"
#include "core/text/pipeline/normalizers.h"
#include "core/text/unicode/unicode.h"

namespace headlight {

namespace {

/// What cutting needs again and again.
struct Scratch {
  std::vector<ByteRange> matches;
  std::vector<Cut> cuts;
  std::vector<Piece> next;
};

thread_local Scratch t_scratch;

/// The scratch of this thread with empty matches and cuts.
Scratch& scratch() {
  t_scratch.matches.clear();
  t_scratch.cuts.clear();
  return t_scratch;
}

/// Splits at every character for which `isDelimiter` holds.
template <typename IsDelimiter>
void splitAtChars(const AlignedText& text, SplitBehaviour behaviour, IsDelimiter isDelimiter, std::vector<Piece>& out) {
  Scratch& s = scratch();
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t start = at;
    if (isDelimiter(utf8::next(text.text, at))) {
      s.matches.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at)});
    }
  }
  if (s.matches.empty()) {
    out.push_back({text});
    return;
  }
  cutsOf(s.matches, text.text.size(), s.cuts);
  splitAt(s.cuts, behaviour, text, out);
}

void split(const ByteLevelSplit& step, const AlignedText& whole, TextArena& arena, std::vector<Piece>& out) {
  const AlignedText text = step.addPrefixSpace && !whole.text.starts_with(' ') ? prepend(" ", whole, arena) : whole;
  if (!step.cutWords) {
    out.push_back({text});
    return;
  }
  Scratch& s = scratch();
  byteLevelWords(text.text, s.matches);
  for (const ByteRange& word : s.matches) out.push_back({text.slice(word.start, word.end)});
}

void split(const PatternSplit& step, const AlignedText& text, TextArena&, std::vector<Piece>& out) {
  Scratch& s = scratch();
  step.pattern.find(text.text, s.matches);
  cutsOf(s.matches, text.text.size(), s.cuts);
  if (step.invert) {
    for (Cut& cut : s.cuts) cut.isMatch = !cut.isMatch;
  }
  splitAt(s.cuts, step.behaviour, text, out);
}

void split(const MetaspaceSplit& step, const AlignedText& whole, TextArena& arena, std::vector<Piece>& out) {
  AlignedText text = whole;
  {
    Scratch& s = scratch();
    for (std::size_t at = text.text.find(' '); at != std::string_view::npos; at = text.text.find(' ', at + 1)) {
      s.matches.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)});
    }
    text = replaceMatches(text, s.matches, step.mark, arena);
  }
  const bool wanted = step.prepend == MetaspaceSplit::Prepend::Always ||
                      (step.prepend == MetaspaceSplit::Prepend::First && whole.origin.start == 0);
  if (wanted && !text.text.starts_with(step.mark)) text = prepend(step.mark, text, arena);
  if (!step.split) {
    out.push_back({text});
    return;
  }
  // Each mark begins a piece; marks in a row are a piece each.
  std::size_t start = 0;
  while (start < text.text.size()) {
    std::size_t end = text.text.find(step.mark, start + 1);
    if (end == std::string_view::npos) end = text.text.size();
    out.push_back({text.slice(start, end)});
    start = end;
  }
}

void split(const DigitsSplit& step, const AlignedText& text, TextArena&, std::vector<Piece>& out) {
  splitAtChars(text, step.individually ? SplitBehaviour::Isolated : SplitBehaviour::Contiguous, unicode::isNumeric,
               out);
}

void split(const PunctuationSplit& step, const AlignedText& text, TextArena&, std::vector<Piece>& out) {
  splitAtChars(text, step.behaviour, unicode::isPunctuation, out);
}

void split(ScriptsSplit, const AlignedText& text, TextArena&, std::vector<Piece>& out) {
  constexpr int kAny = 0, kNoneYet = -1;
  int last = kNoneYet;
  std::size_t start = 0;
  // A text of nothing but characters that join with everything has no piece at all, as in the reference engine.
  bool begun = false;
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t before = at;
    const int script = unicode::scriptOf(utf8::next(text.text, at));
    if (script == kAny) continue;
    if (script != last) {
      if (begun && before > start) out.push_back({text.slice(start, before)});
      start = before;
      begun = true;
    }
    last = script;
  }
  if (begun && start < text.text.size()) out.push_back({text.slice(start, text.text.size())});
}

void split(const DelimiterSplit& step, const AlignedText& text, TextArena&, std::vector<Piece>& out) {
  std::size_t at = 0;
  const char32_t delimiter = utf8::next(step.delimiter, at);
  splitAtChars(
      text, SplitBehaviour::Removed, [delimiter](char32_t c) { return c == delimiter; }, out);
}

void split(WordsSplit, const AlignedText& text, TextArena&, std::vector<Piece>& out) {
  enum { kSpace, kWord, kOther };
  std::size_t start = 0;
  int last = kSpace;
  const auto flush = [&](std::size_t end) {
    if (last != kSpace && end > start) out.push_back({text.slice(start, end)});
  };
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t before = at;
    const char32_t c = utf8::next(text.text, at);
    const int kind = unicode::isWord(c) ? kWord : unicode::isWhitespace(c) ? kSpace : kOther;
    if (kind != last) {
      flush(before);
      start = before;
      last = kind;
    }
  }
  flush(text.text.size());
}

void split(WhitespaceSplit, const AlignedText& text, TextArena&, std::vector<Piece>& out) {
  splitAtChars(text, SplitBehaviour::Removed, unicode::isWhitespace, out);
}

void split(BertSplit, const AlignedText& text, TextArena&, std::vector<Piece>& out) {
  std::size_t start = 0;
  const auto flush = [&](std::size_t end) {
    if (end > start) out.push_back({text.slice(start, end)});
  };
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t before = at;
    const char32_t c = utf8::next(text.text, at);
    const bool space = unicode::isWhitespace(c);
    if (!space && !unicode::isPunctuation(c)) continue;
    flush(before);
    if (!space) out.push_back({text.slice(before, at)});
    start = at;
  }
  flush(text.text.size());
}

void split(const FixedLengthSplit& step, const AlignedText& text, TextArena&, std::vector<Piece>& out) {
  std::size_t start = 0, characters = 0;
  for (std::size_t at = 0; at < text.text.size();) {
    at += utf8::lengthFrom(text.text[at]);
    if (++characters % step.length == 0 || at == text.text.size()) {
      out.push_back({text.slice(start, at)});
      start = at;
    }
  }
}

}  // namespace

void preTokenize(const PreTokenizer& steps, std::vector<Piece>& pieces, TextArena& arena, bool keepBytes) {
  std::vector<Piece>& next = t_scratch.next;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    next.clear();
    for (const Piece& piece : pieces) {
      if (piece.isAdded()) {
        next.push_back(piece);
      } else if (!piece.text.text.empty()) {
        std::visit([&](const auto& step) { split(step, piece.text, arena, next); }, steps[i]);
      }
    }
    pieces.swap(next);
    if (std::holds_alternative<ByteLevelSplit>(steps[i]) && !(keepBytes && i + 1 == steps.size())) {
      for (Piece& piece : pieces) {
        if (!piece.isAdded()) piece.text = bytesToChars(piece.text, arena);
      }
    }
  }
  releaseIfHuge(t_scratch.matches);
  releaseIfHuge(t_scratch.cuts);
  releaseIfHuge(t_scratch.next);
}

}  // namespace headlight
