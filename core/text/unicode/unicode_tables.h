#pragma once

#include <cstdint>
#include <span>

// What the reference engine knows of each code point, read off it once (make_unicode_tables.py), so that tokens do not
// hang on the Unicode of the libraries installed. The engine itself keeps to no single version: its regular expressions
// know Unicode 16, its grapheme clusters and digits Unicode 17, its punctuation Unicode 8, its marks Unicode 9.
namespace headlight::unicode {

/// General categories, in the order of ICU's UCharCategory.
enum class Category : std::uint8_t {
  Cn, Lu, Ll, Lt, Lm, Lo, Mn, Me, Mc, Nd, Nl, No, Zs, Zl, Zp, Cc, Cf, Co, Cs, Pd, Ps, Pe, Pc, Po, Sm, Sc, Sk, So, Pi, Pf
};

/// Classes of single parts of the engine, and what properties add to the general categories.
enum Flag : std::uint8_t {
  kPunctuation = 1,       ///< What Punctuation and BertPreTokenizer cut out.
  kDigit = 2,             ///< What Digits cuts out.
  kBertControl = 4,       ///< What clean_text of BertNormalizer drops beside U+0000 and U+FFFD.
  kBertAccent = 8,        ///< What strip_accents of BertNormalizer drops.
  kCombining = 16,        ///< What StripAccents drops.
  kOtherAlphabetic = 32,  ///< Alphabetic, but neither L nor Nl.
  kOtherUpper = 64,       ///< Uppercase, but not Lu.
  kOtherLower = 128       ///< Lowercase, but not Ll.
};

/// What decides where grapheme clusters end.
enum class GraphemeBreak : std::uint8_t {
  Other, Control, Extend, NonConjunctExtend, Linker, Joiner, SpacingMark, Prepend, Pictographic, Consonant,
  HangulL, HangulV, HangulT, HangulLV, HangulLVT
};

/// Each number is a code point times 256, and the value that holds from it on, up to the next.
std::span<const std::uint32_t> categoryRuns();
/// As above; values are places in scriptNames().
std::span<const std::uint32_t> scriptRuns();
/// As above: scripts of UnicodeScripts, with numbers of their own; 0 joins with everything.
std::span<const std::uint32_t> oldScriptRuns();
/// As above, bits of Flag.
std::span<const std::uint32_t> flagRuns();
/// As above, values of GraphemeBreak.
std::span<const std::uint32_t> graphemeBreakRuns();
/// Long names of scripts, with '_' between words.
std::span<const char* const> scriptNames();

}  // namespace headlight::unicode
