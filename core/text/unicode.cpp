#include "core/text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "core/text/unicode_additions.h"

namespace headlight::unicode {

namespace {

/// Whether `c` was assigned in Unicode `version` or before.
bool isFrom(char32_t c, int version) {
  UVersionInfo age;
  u_charAge(static_cast<UChar32>(c), age);
  return age[0] != 0 && (age[0] < version || (age[0] == version && age[1] == 0));
}

bool hasCategory(char32_t c, std::uint32_t mask) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0; }

/// The category that Unicode 16 gives to a code point that ICU does not know, or null.
const char* addedCategory(char32_t c) {
  if (!hasCategory(c, U_GC_CN_MASK)) return nullptr;
  const auto ranges = addedCategories();
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
                                      [](char32_t value, const CategoryRange& range) { return value < range.first; });
  if (after == ranges.begin()) return nullptr;
  const CategoryRange& range = *std::prev(after);
  return c <= range.last ? range.category : nullptr;
}

const UNormalizer2* form(bool compatibility) {
  UErrorCode status = U_ZERO_ERROR;
  return compatibility ? unorm2_getNFKCInstance(&status) : unorm2_getNFCInstance(&status);
}

/// Upper-case letters after ICU's Unicode 15: [first, last] and the distance to the lower-case letter.
struct CaseRange {
  char32_t first, last;
  int distance;
};
constexpr CaseRange kAddedCases[] = {
    {0x1C89, 0x1C89, 1},      {0xA7CB, 0xA7CB, 0x264 - 0xA7CB},
    {0xA7CC, 0xA7CC, 1},      {0xA7CE, 0xA7CE, 1},
    {0xA7D2, 0xA7D2, 1},      {0xA7D4, 0xA7D4, 1},
    {0xA7DA, 0xA7DA, 1},      {0xA7DC, 0xA7DC, 0x19B - 0xA7DC},
    {0x10D50, 0x10D65, 0x20}, {0x16EA0, 0x16EB8, 0x1B},
};

}  // namespace

bool isWhitespace(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool isPunctuation(char32_t c) {
  if (c < 0x80) return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
  if (hasCategory(c, U_GC_P_MASK)) return isFrom(c, 8);
  return c == 0x166D || c == 0x111C9;  // symbol and mark by now
}

bool isNumeric(char32_t c) {
  return isNumber(c) || (c >= 0x11DE0 && c <= 0x11DE9) || (c >= 0x16FF4 && c <= 0x16FF6);  // Unicode 17
}

bool isLetter(char32_t c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  if (hasCategory(c, U_GC_L_MASK)) return true;
  const char* category = addedCategory(c);
  return category && category[0] == 'L';
}

bool isNumber(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  if (hasCategory(c, U_GC_N_MASK)) return true;
  const char* category = addedCategory(c);
  return category && category[0] == 'N';
}

bool isWord(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  if (c == 0x200C || c == 0x200D) return true;
  if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_ALPHABETIC)) return true;
  if (hasCategory(c, U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK)) return true;
  const char* category = addedCategory(c);
  if (!category) return false;
  const std::string_view name = category;
  return name[0] == 'L' || name[0] == 'M' || name == "Nd" || name == "Nl" || name == "Pc";
}

bool isBertControl(char32_t c) {
  if (c < 0x80) return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
  return hasCategory(c, U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK) && isFrom(c, 8);
}

bool isBertChinese(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) ||
         (c >= 0x2F800 && c <= 0x2FA1F);
}

bool isBertAccent(char32_t c) {
  if (c < 0x300) return false;
  if (hasCategory(c, U_GC_MN_MASK)) return isFrom(c, 8) && c != 0x1885 && c != 0x1886 && c != 0xA9BD && c != 0x111C9;
  return c == 0x1734;
}

bool isCombiningMark(char32_t c) {
  if (c < 0x300) return false;
  if (hasCategory(c, U_GC_M_MASK)) return isFrom(c, 9) && c != 0x111C9;
  return c == 0x1CF2 || c == 0x1CF3;
}

bool isAddedMark(char32_t c) {
  const char* category = c < 0x897 ? nullptr : addedCategory(c);
  return category && category[0] == 'M';
}

char32_t toLower(char32_t c, char32_t& second) {
  second = 0;
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c == 0x130) {
    second = 0x307;
    return 'i';
  }
  const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  if (lower == c && c >= 0x1C89) {
    for (const CaseRange& range : kAddedCases) {
      if (c >= range.first && c <= range.last) return static_cast<char32_t>(static_cast<int>(c) + range.distance);
    }
  }
  return lower;
}

int scriptOf(char32_t c) {
  constexpr int kAny = 0;
  if (c == ' ') return kAny;
  UErrorCode status = U_ZERO_ERROR;
  int script = uscript_getScript(static_cast<UChar32>(c), &status);
  if (c >= 0x80 && !isFrom(c, 9)) return kAny;
  if (c == 0x30FC || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) script = USCRIPT_HAN;
  if (c == 0x589 || c == 0x61C) script = USCRIPT_COMMON;
  if (c == 0x953 || c == 0x954) script = USCRIPT_DEVANAGARI;
  return script == USCRIPT_UNKNOWN ? kAny : script + 1;
}

std::uint8_t combiningClass(char32_t c) {
  if (c < 0x300) return 0;
  const std::uint8_t found = u_getCombiningClass(static_cast<UChar32>(c));
  return found != 0 && isFrom(c, 9) ? found : 0;
}

const std::u32string& decomposition(char32_t c, bool compatibility, std::u32string& buffer) {
  buffer.clear();
  if (c < 0xA0) return buffer;
  std::array<UChar, 64> units;
  UErrorCode status = U_ZERO_ERROR;
  const int length = unorm2_getDecomposition(form(compatibility), static_cast<UChar32>(c), units.data(),
                                             static_cast<int>(units.size()), &status);
  if (length < 0 || U_FAILURE(status) || !isFrom(c, 9)) return buffer;
  for (int i = 0; i < length;) {
    UChar32 part;
    U16_NEXT(units.data(), i, length, part);
    buffer.push_back(static_cast<char32_t>(part));
  }
  return buffer;
}

char32_t compose(char32_t a, char32_t b) {
  const UChar32 pair = unorm2_composePair(form(false), static_cast<UChar32>(a), static_cast<UChar32>(b));
  return pair < 0 || !isFrom(static_cast<char32_t>(pair), 9) ? 0 : static_cast<char32_t>(pair);
}

}  // namespace headlight::unicode
