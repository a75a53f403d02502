#include "core/text/unicode/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <new>

namespace headlight::unicode {

namespace {

/// Whether `c` was assigned in Unicode `version` or before.
bool isFrom(char32_t c, int version) {
  UVersionInfo age;
  u_charAge(static_cast<UChar32>(c), age);
  return age[0] != 0 && (age[0] < version || (age[0] == version && age[1] == 0));
}

/// The value of every code point, a byte each. Pages without a value are never touched and take no memory.
class CodePointTable {
 public:
  explicit CodePointTable(std::span<const std::uint32_t> runs)
      : m_values(static_cast<std::uint8_t*>(std::calloc(kCount, 1))) {
    if (!m_values) throw std::bad_alloc();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const auto value = static_cast<std::uint8_t>(runs[i]);
      const std::size_t end = i + 1 < runs.size() ? runs[i + 1] >> 8 : kCount;
      if (value) std::fill(m_values.get() + (runs[i] >> 8), m_values.get() + end, value);
    }
  }
  std::uint8_t operator[](char32_t c) const { return c < kCount ? m_values.get()[c] : 0; }

 private:
  static constexpr std::size_t kCount = 0x110000;
  struct Free {
    void operator()(std::uint8_t* values) const { std::free(values); }
  };
  std::unique_ptr<std::uint8_t, Free> m_values;
};

constexpr std::uint32_t maskOf(std::initializer_list<Category> categories) {
  std::uint32_t mask = 0;
  for (const Category category : categories) mask |= 1U << static_cast<unsigned>(category);
  return mask;
}

constexpr std::uint32_t kLetters = maskOf({Category::Lu, Category::Ll, Category::Lt, Category::Lm, Category::Lo});
constexpr std::uint32_t kNumbers = maskOf({Category::Nd, Category::Nl, Category::No});
constexpr std::uint32_t kWords = kLetters | maskOf({Category::Mn, Category::Me, Category::Mc, Category::Nd,
                                                    Category::Nl, Category::Pc});

bool hasCategory(char32_t c, std::uint32_t mask) { return (1U << static_cast<unsigned>(categoryOf(c)) & mask) != 0; }

bool hasFlag(char32_t c, Flag flag) {
  static const CodePointTable table(flagRuns());
  return (table[c] & flag) != 0;
}

const UNormalizer2* form(bool compatibility) {
  UErrorCode status = U_ZERO_ERROR;
  return compatibility ? unorm2_getNFKCInstance(&status) : unorm2_getNFCInstance(&status);
}

/// Upper-case letters after Unicode 15, up to 17: [first, last] and the distance to the lower-case letter.
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

Category categoryOf(char32_t c) {
  static const CodePointTable table(categoryRuns());
  return static_cast<Category>(table[c]);
}

GraphemeBreak graphemeBreakOf(char32_t c) {
  static const CodePointTable table(graphemeBreakRuns());
  return static_cast<GraphemeBreak>(table[c]);
}

bool isPunctuation(char32_t c) {
  if (c < 0x80) return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
  return hasFlag(c, kPunctuation);
}

bool isNumeric(char32_t c) { return hasFlag(c, kDigit); }

bool isLetter(char32_t c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return hasCategory(c, kLetters);
}

bool isNumber(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return hasCategory(c, kNumbers);
}

bool isWord(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  return c == 0x200C || c == 0x200D || hasCategory(c, kWords) || hasFlag(c, kOtherAlphabetic);
}

bool isBertControl(char32_t c) {
  if (c < 0x80) return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
  return hasFlag(c, kBertControl);
}

bool isBertChinese(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) ||
         (c >= 0x2F800 && c <= 0x2FA1F);
}

bool isBertAccent(char32_t c) { return c >= 0x300 && hasFlag(c, kBertAccent); }

bool isCombiningMark(char32_t c) { return c >= 0x300 && hasFlag(c, kCombining); }

char32_t toLower(char32_t c, char32_t& second) {
  second = 0;
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c == 0x130) {
    second = 0x307;
    return 'i';
  }
  const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  if (lower != c) return isFrom(c, 17) ? lower : c;
  if (c >= 0x1C89) {
    for (const CaseRange& range : kAddedCases) {
      if (c >= range.first && c <= range.last) return static_cast<char32_t>(static_cast<int>(c) + range.distance);
    }
  }
  return c;
}

int scriptOf(char32_t c) {
  static const CodePointTable table(oldScriptRuns());
  return table[c];
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
