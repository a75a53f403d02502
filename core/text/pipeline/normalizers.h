#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/text/regex/pattern.h"
#include "core/text/unicode/aligned_text.h"
#include "core/text/unicode/charsmap.h"
#include "core/text/unicode/normalization_form.h"

namespace headlight {

/// BERT's cleaning: controls out, spaces to U+0020, blanks around Chinese characters, accents off, lower case.
struct BertNormalizer {
  bool cleanText = true, handleChineseChars = true, stripAccents = true, lowercase = true;
  /// For stripAccents: whole decompositions, else the base of each alone (which is less for Hangul), as llama.cpp has
  /// it.
  bool decomposes = true;
};
struct Lowercase {};
/// Drops combining marks, without decomposing first.
struct StripAccents {};
/// SentencePiece's nmt rules: some controls out, odd spaces to U+0020.
struct NmtRules {};
struct StripEnds {
  bool left = true, right = true;
};
struct ReplaceText {
  Pattern pattern;
  std::string content;
};
struct PrependText {
  std::string text;
};
/// Each byte becomes the character that stands for it in byte-level vocabularies.
struct BytesToChars {};

/// SentencePiece's own way with a character table: the longest entry at each place.
struct LongestCharsmap {
  std::shared_ptr<const Charsmap> map;
};

using NormalizerStep =
    std::variant<BertNormalizer, NormalizationForm, Lowercase, StripAccents, NmtRules, StripEnds, ReplaceText,
                 PrependText, std::shared_ptr<const Charsmap>, LongestCharsmap, BytesToChars>;

/// The steps that a text goes through before it is cut into pieces, in order (a Sequence is spelled out).
using Normalizer = std::vector<NormalizerStep>;

/// `text` after all steps; new text lives in `arena`. Throws Error when a regular expression gives up.
AlignedText normalize(const Normalizer& steps, AlignedText text, TextArena& arena);

/// `text` with each byte written as its byte-level character.
AlignedText bytesToChars(const AlignedText& text, TextArena& arena);
/// `text` behind `prefix`, which shares the range of the first character; an empty text stays empty.
AlignedText prepend(std::string_view prefix, const AlignedText& text, TextArena& arena);
/// `text` with every match replaced.
AlignedText replaceMatches(const AlignedText& text, const std::vector<ByteRange>& matches, std::string_view content,
                           TextArena& arena);

}  // namespace headlight
