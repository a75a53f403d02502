#include "core/text/regex/regex_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <cstdio>
#include <optional>
#include <span>

#include "core/base/error.h"
#include "core/base/plain_text.h"
#include "core/text/regex/pcre_property.h"
#include "core/text/unicode/unicode_tables.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

constexpr int kExplicitRanges = 64;  // more than this many ranges are written by name where PCRE2 has one

/// The code points whose value in `runs` is wanted.
template <typename Wanted>
icu::UnicodeSet setOf(std::span<const std::uint32_t> runs, Wanted&& wanted) {
  icu::UnicodeSet set;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::uint32_t end = i + 1 < runs.size() ? runs[i + 1] >> 8 : 0x110000;
    if (wanted(runs[i] & 0xFF)) set.add(static_cast<UChar32>(runs[i] >> 8), static_cast<UChar32>(end - 1));
  }
  return set;
}

/// The general categories of `mask` in Unicode 16.
icu::UnicodeSet categorySet(std::uint32_t mask) {
  return setOf(unicode::categoryRuns(), [mask](std::uint32_t category) { return (mask >> category & 1) != 0; });
}

icu::UnicodeSet flagSet(unicode::Flag flag) {
  return setOf(unicode::flagRuns(), [flag](std::uint32_t flags) { return (flags & flag) != 0; });
}

/// The script at a place in scriptNames().
icu::UnicodeSet scriptSet(std::size_t place) {
  return setOf(unicode::scriptRuns(), [place](std::uint32_t script) { return script == place; });
}

void addSpace(icu::UnicodeSet& set) {
  set.add(9, 13).add(0x20).add(0x85).add(0xA0).add(0x1680).add(0x2000, 0x200A);
  set.add(0x2028, 0x2029).add(0x202F).add(0x205F).add(0x3000);
}

void addHexDigits(icu::UnicodeSet& set) { set.add('0', '9').add('a', 'f').add('A', 'F'); }

/// Lower case without blanks, underscores and hyphens, as property names are compared.
std::string looseName(std::string_view name) { return lowerAscii(name, " _-"); }

/// The place in scriptNames() of a script with this loose name or alias ("han", "hani").
std::optional<std::size_t> findScript(const std::string& loose) {
  const auto names = unicode::scriptNames();
  const auto place = [names](const std::string& wanted) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (looseName(names[i]) == wanted) return i;
    return std::nullopt;
  };
  if (const auto found = place(loose)) return found;
  const int script = u_getPropertyValueEnum(UCHAR_SCRIPT, loose.c_str());
  const char* name =
      script == UCHAR_INVALID_CODE ? nullptr : u_getPropertyValueName(UCHAR_SCRIPT, script, U_LONG_PROPERTY_NAME);
  return name ? place(looseName(name)) : std::nullopt;
}

std::string codePoint(char32_t c) {
  std::array<char, 16> text;
  std::snprintf(text.data(), text.size(), "\\x{%X}", static_cast<unsigned>(c));
  return text.data();
}

}  // namespace

void RegexClass::add(char32_t first, char32_t last) {
  if (first > last) throw Error("regular expression: a range in a class runs backwards");
  m_ranges.add(static_cast<UChar32>(first), static_cast<UChar32>(last));
}

void RegexClass::add(const RegexClass& other) {
  m_ranges.addAll(other.m_ranges);
  m_properties.insert(m_properties.end(), other.m_properties.begin(), other.m_properties.end());
}

void RegexClass::intersect(const RegexClass& other) {
  m_ranges = exact();
  m_ranges.retainAll(other.exact());
  m_properties.clear();
}

void RegexClass::complement() {
  m_ranges = exact();
  m_ranges.complement();
  m_properties.clear();
}

icu::UnicodeSet RegexClass::exact() const {
  icu::UnicodeSet all = m_ranges;
  for (const std::string& name : m_properties) {
    if (name.starts_with("sc:")) {
      all.addAll(scriptSet(*findScript(looseName(name.substr(3)))));
    } else {
      const int mask = u_getPropertyValueEnum(UCHAR_GENERAL_CATEGORY_MASK, name.c_str());
      all.addAll(categorySet(static_cast<std::uint32_t>(mask)));
    }
  }
  return all;
}

void RegexClass::addProperty(std::string_view name, bool negated) {
  if (name.starts_with('^')) {
    name.remove_prefix(1);
    negated = !negated;
  }
  RegexClass added;
  const std::string loose = looseName(name);
  // By name where PCRE2 knows it and no less, else as ranges.
  const auto addNamed = [&added](const std::string& pcreName, const icu::UnicodeSet& set) {
    const auto lacking = set.getRangeCount() > kExplicitRanges ? lackingInPcre(pcreName, set) : std::nullopt;
    if (lacking) added.m_properties.push_back(pcreName);
    added.m_ranges.addAll(lacking ? *lacking : set);
  };
  const auto categories = [&](std::uint32_t mask) {
    const char* brief =
        u_getPropertyValueName(UCHAR_GENERAL_CATEGORY_MASK, static_cast<std::int32_t>(mask), U_SHORT_PROPERTY_NAME);
    const icu::UnicodeSet set = categorySet(mask);
    if (brief) {
      addNamed(brief, set);
    } else {
      added.m_ranges.addAll(set);
    }
  };
  UErrorCode status = U_ZERO_ERROR;

  if (loose == "any") {
    added.add(0, 0x10FFFF);
  } else if (loose == "ascii") {
    added.add(0, 0x7F);
  } else if (loose == "assigned") {
    added.m_ranges = categorySet(U_GC_CN_MASK);
    added.complement();
  } else if (loose == "word") {
    added.addShorthand('w', false);
  } else if (loose == "space" || loose == "whitespace") {
    addSpace(added.m_ranges);
  } else if (loose == "xdigit") {
    addHexDigits(added.m_ranges);
  } else if (loose == "digit") {
    categories(U_GC_ND_MASK);
  } else if (loose == "punct") {
    categories(U_GC_P_MASK);
    categories(U_GC_S_MASK);
  } else if (loose == "blank") {
    categories(U_GC_ZS_MASK);
    added.add('\t', '\t');
  } else if (loose == "cntrl") {
    categories(U_GC_CC_MASK);
  } else if (loose == "alpha" || loose == "alphabetic" || loose == "alnum") {
    for (const std::uint32_t mask : {U_GC_L_MASK, U_GC_NL_MASK}) categories(mask);
    if (loose == "alnum") categories(U_GC_ND_MASK);
    added.m_ranges.addAll(flagSet(unicode::kOtherAlphabetic));
  } else if (loose == "upper" || loose == "uppercase") {
    categories(U_GC_LU_MASK);
    added.m_ranges.addAll(flagSet(unicode::kOtherUpper));
  } else if (loose == "lower" || loose == "lowercase") {
    categories(U_GC_LL_MASK);
    added.m_ranges.addAll(flagSet(unicode::kOtherLower));
  } else if (loose == "graph" || loose == "print") {
    const std::uint32_t spaces = loose == "graph" ? U_GC_Z_MASK : U_GC_ZL_MASK | U_GC_ZP_MASK;
    added.m_ranges = categorySet(U_GC_CN_MASK | U_GC_CC_MASK | U_GC_CS_MASK | spaces);
    added.complement();
  } else if (const int mask = u_getPropertyValueEnum(UCHAR_GENERAL_CATEGORY_MASK, loose.c_str());
             mask != UCHAR_INVALID_CODE) {
    categories(static_cast<std::uint32_t>(mask));
  } else if (const std::optional<std::size_t> script = findScript(loose)) {
    addNamed(std::string("sc:") + unicode::scriptNames()[*script], scriptSet(*script));
  } else if (const int block = loose.starts_with("in") ? u_getPropertyValueEnum(UCHAR_BLOCK, loose.c_str() + 2) : -1;
             block > 0) {
    added.m_ranges.applyIntPropertyValue(UCHAR_BLOCK, block, status);
  } else if (const UProperty property = u_getPropertyEnum(loose.c_str());
             property >= UCHAR_BINARY_START && property < UCHAR_BINARY_LIMIT) {
    icu::UnicodeSet set;  // The rarer ones as ICU has them.
    added.m_ranges.addAll(set.applyIntPropertyValue(property, 1, status));
  } else {
    throw Error("regular expression: expected a Unicode property, found \\p{" + std::string(name) + "}");
  }
  if (U_FAILURE(status)) throw Error("regular expression: the property \\p{" + std::string(name) + "} cannot be read");
  if (negated) added.complement();
  add(added);
}

void RegexClass::addShorthand(char letter, bool alone) {
  RegexClass added;
  switch (letter | 0x20) {
    case 'd':
      added.addProperty("Nd", false);
      break;
    case 's':
      addSpace(added.m_ranges);
      break;
    case 'h':
      addHexDigits(added.m_ranges);
      break;
    default:
      for (const char* name : {"L", "M", "Nd", "Nl", "Pc"}) added.addProperty(name, false);
      // The other alphabetic characters: circled letters.
      added.m_ranges.add(0x24B6, 0x24E9).add(0x1F130, 0x1F149).add(0x1F150, 0x1F169).add(0x1F170, 0x1F189);
      // Oniguruma's table for Latin-1 adds these, but it does not use that table within a class.
      if (alone) added.m_ranges.add(0xB2, 0xB3).add(0xB9).add(0xBC, 0xBE);
  }
  if (letter < 'a') added.complement();
  add(added);
}

std::string RegexClass::text(bool negated) const {
  std::string out = negated ? "[^" : "[";
  for (int i = 0; i < m_ranges.getRangeCount(); ++i) {
    const auto first = static_cast<char32_t>(m_ranges.getRangeStart(i));
    const auto last = static_cast<char32_t>(m_ranges.getRangeEnd(i));
    // Surrogates cannot occur in a text and PCRE2 refuses them as ends of a range.
    const char32_t from = first >= 0xD800 && first <= 0xDFFF ? 0xE000 : first;
    const char32_t to = last >= 0xD800 && last <= 0xDFFF ? 0xD7FF : last;
    if (from > to) continue;
    out += codePoint(from);
    if (to != from) out += "-" + codePoint(to);
  }
  for (const std::string& name : m_properties) out += "\\p{" + name + "}";
  if (out.size() == (negated ? 2U : 1U)) return negated ? "(?s:.)" : "(?!)";
  return out + "]";
}

namespace {

constexpr int kDeepest = 32;

class ClassReader {
 public:
  ClassReader(std::string_view pattern, std::size_t at) : m_pattern(pattern), m_at(at) {}

  std::size_t at() const { return m_at; }

  /// Reads from behind '[' to behind ']' and says whether it began with '^'.
  RegexClass read(bool& negated, int depth = 0) {
    if (depth > kDeepest) throw Error("regular expression: classes nest too deeply");
    negated = take('^');
    RegexClass all, part;
    bool hasAll = false;
    bool first = true;
    const auto close = [&] {
      if (hasAll) {
        all.intersect(part);
      } else {
        all = part;
      }
    };
    while (true) {
      if (m_at >= m_pattern.size()) throw Error("regular expression: expected ']' at the end of a class");
      const char c = m_pattern[m_at];
      if (c == ']' && !first) {
        ++m_at;
        close();
        return all;
      }
      if (m_pattern.substr(m_at, 2) == "&&") {
        m_at += 2;
        close();
        hasAll = true;
        part = {};
      } else if (c == '[') {
        ++m_at;
        if (!readPosix(part)) {
          bool inner = false;
          RegexClass nested = read(inner, depth + 1);
          if (inner) nested.complement();
          part.add(nested);
        }
      } else {
        readItem(part);
      }
      first = false;
    }
  }

 private:
  bool take(char c) {
    if (m_at >= m_pattern.size() || m_pattern[m_at] != c) return false;
    ++m_at;
    return true;
  }

  /// "[:name:]" or "[:^name:]", the '[' already read.
  bool readPosix(RegexClass& part) {
    if (m_at >= m_pattern.size() || m_pattern[m_at] != ':') return false;
    const std::size_t end = m_pattern.find(":]", m_at + 1);
    if (end == std::string_view::npos) return false;
    part.addProperty(m_pattern.substr(m_at + 1, end - m_at - 1), false);
    m_at = end + 2;
    return true;
  }

  void readItem(RegexClass& part) {
    char32_t first = 0;
    if (!readChar(part, first)) return;
    if (m_at + 1 < m_pattern.size() && m_pattern[m_at] == '-' && m_pattern[m_at + 1] != ']') {
      const std::size_t before = m_at++;
      char32_t last = 0;
      if (m_pattern[m_at] != '[' && readChar(part, last)) {
        part.add(first, last);
        return;
      }
      if (m_pattern[before + 1] == '[') m_at = before + 1;
      part.add('-', '-');  // "a-\d": the hyphen is itself
    }
    part.add(first, first);
  }

  /// One character; false when it was a set (\d, \p{L}) that is now in `part`.
  bool readChar(RegexClass& part, char32_t& c) {
    if (m_pattern[m_at] != '\\') {
      c = utf8::next(m_pattern, m_at);
      return true;
    }
    if (++m_at >= m_pattern.size()) throw Error("regular expression: expected something after '\\'");
    const char letter = m_pattern[m_at];
    switch (letter) {
      case 'd':
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W':
      case 'h':
      case 'H':
        ++m_at;
        part.addShorthand(letter, false);
        return false;
      case 'p':
      case 'P': {
        const std::size_t end = m_pattern.find('}', m_at);
        if (m_at + 1 >= m_pattern.size() || m_pattern[m_at + 1] != '{' || end == std::string_view::npos) break;
        part.addProperty(m_pattern.substr(m_at + 2, end - m_at - 2), letter == 'P');
        m_at = end + 1;
        return false;
      }
      case 'R':
        ++m_at;
        part.add(0x0A, 0x0D);
        return false;
      default:
        break;
    }
    c = readEscapedChar();
    return true;
  }

  char32_t readHex(std::size_t most) {
    char32_t value = 0;
    std::size_t digits = 0;
    for (; digits < most && m_at < m_pattern.size(); ++digits, ++m_at) {
      const char h = m_pattern[m_at];
      const int digit = h >= '0' && h <= '9'   ? h - '0'
                        : h >= 'a' && h <= 'f' ? h - 'a' + 10
                        : h >= 'A' && h <= 'F' ? h - 'A' + 10
                                               : -1;
      if (digit < 0) break;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    if (digits == 0 || value > 0x10FFFF) throw Error("regular expression: expected a code point in hexadecimal");
    return value;
  }

  char32_t readEscapedChar() {
    const char letter = m_pattern[m_at];
    ++m_at;
    switch (letter) {
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 'f':
        return '\f';
      case 'v':
        return '\v';
      case 'a':
        return '\a';
      case 'e':
        return 0x1B;
      case 'b':
        return '\b';
      case 'u':
        return readHex(4);
      case 'x':
        if (take('{')) {
          const char32_t value = readHex(8);
          if (!take('}')) throw Error("regular expression: expected '}' after \\x{");
          return value;
        }
        return readHex(2);
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7': {
        auto value = static_cast<char32_t>(letter - '0');
        for (int i = 0; i < 2 && m_at < m_pattern.size() && m_pattern[m_at] >= '0' && m_pattern[m_at] <= '7'; ++i) {
          value = value * 8 + static_cast<char32_t>(m_pattern[m_at++] - '0');
        }
        return value;
      }
      default:
        --m_at;
        return utf8::next(m_pattern, m_at);
    }
  }

  std::string_view m_pattern;
  std::size_t m_at;
};

}  // namespace

std::string translateClass(std::string_view pattern, std::size_t& at) {
  ClassReader reader(pattern, at + 1);
  bool negated = false;
  const RegexClass set = reader.read(negated);
  at = reader.at();
  return set.text(negated);
}

}  // namespace headlight
