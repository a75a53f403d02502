#pragma once

#include <cstdint>
#include <string>

#include "core/text/unicode/unicode_tables.h"

// Character classes as the reference engine sees them, whatever Unicode the system's libraries know. It does not keep
// to one version: each class below says which one it follows. Here ICU is asked only for what Unicode promises never to
// change (decompositions, combining classes and lower case of what is assigned), cut at the version by the age of a
// code point. Chat templates ask it for cases and numeric types as well (core/chat/text_methods.cpp).
namespace headlight::unicode {

/// White_Space.
bool isWhitespace(char32_t c);
/// ASCII punctuation and symbols, and P of Unicode 8: what Punctuation and BertPreTokenizer cut out.
bool isPunctuation(char32_t c);
/// N of Unicode 17: what Digits cuts out.
bool isNumeric(char32_t c);
/// L of Unicode 16.
bool isLetter(char32_t c);
/// N of Unicode 16.
bool isNumber(char32_t c);
/// \w: Alphabetic, M, Nd, Pc and the join controls of Unicode 16.
bool isWord(char32_t c);
/// Cc, Cf and Co of Unicode 8 without tab, line feed and carriage return: what BertNormalizer's clean_text drops.
bool isBertControl(char32_t c);
/// The "Chinese" blocks of BertNormalizer.
bool isBertChinese(char32_t c);
/// Mn of Unicode 8: what BertNormalizer's strip_accents drops.
bool isBertAccent(char32_t c);
/// M of Unicode 9: what StripAccents drops.
bool isCombiningMark(char32_t c);
/// The general category in Unicode 16.
Category categoryOf(char32_t c);
/// The class by which grapheme clusters end (Unicode 17).
GraphemeBreak graphemeBreakOf(char32_t c);
/// The full lower case of one code point (Unicode 17), which is one code point but for U+0130; `second` is 0 or the
/// other.
char32_t toLower(char32_t c, char32_t& second);
/// A number for the script as UnicodeScripts sees it: 0 joins with everything, kana count as Han.
int scriptOf(char32_t c);

/// The canonical combining class of Unicode 9.
std::uint8_t combiningClass(char32_t c);
/// The full canonical or compatibility decomposition of Unicode 9; empty when `c` stays as it is.
const std::u32string& decomposition(char32_t c, bool compatibility, std::u32string& buffer);
/// The primary composite of two code points, 0 when there is none.
char32_t compose(char32_t a, char32_t b);

}  // namespace headlight::unicode
