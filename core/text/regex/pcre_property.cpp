#include "core/text/regex/pcre_property.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <map>
#include <mutex>
#include <new>
#include <utility>

#include "core/text/utf8.h"

namespace headlight {

namespace {

/// Where Unicode may still have changed between the versions of PCRE2 in use: all but the ideographs and syllables that
/// have been there from of old, private use, and planes in which nothing is assigned.
constexpr std::pair<char32_t, char32_t> kTried[] = {{0, 0x33FF},        {0x4DC0, 0x4DFF},   {0x9FA6, 0xABFF},
                                                    {0xD7A4, 0xD7FF},   {0xF900, 0x1FFFF},  {0x2A6D7, 0x3FFFF},
                                                    {0xE0000, 0xE0FFF}};

/// The tried code points that PCRE2's \p{name} matches, or nothing when it does not know the name.
std::optional<icu::UnicodeSet> matchedByPcre(const std::string& name) {
  const std::string expression = "\\p{" + name + "}+";
  int error = 0;
  PCRE2_SIZE at = 0;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                                   PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK, &error, &at, nullptr);
  if (!code) return std::nullopt;
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
  if (!data) {
    pcre2_code_free(code);
    throw std::bad_alloc();
  }
  icu::UnicodeSet matched;
  std::string text;
  for (const auto& [first, last] : kTried) {
    text.clear();
    for (char32_t c = first; c <= last; ++c) utf8::append(text, c);
    const PCRE2_SIZE* found = pcre2_get_ovector_pointer(data);
    for (std::size_t from = 0;
         from < text.size() && pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                                           PCRE2_NO_UTF_CHECK, data, nullptr) > 0;) {
      from = found[1];
      std::size_t start = found[0], end = found[1];
      const char32_t begin = utf8::next(text, start);
      matched.add(static_cast<UChar32>(begin), static_cast<UChar32>(utf8::previous(text, end)));
    }
  }
  pcre2_match_data_free(data);
  pcre2_code_free(code);
  return matched;
}

}  // namespace

std::optional<icu::UnicodeSet> lackingInPcre(const std::string& name, const icu::UnicodeSet& wanted) {
  static std::mutex mutex;
  static std::map<std::string, std::optional<icu::UnicodeSet>> lacking;
  const std::lock_guard lock(mutex);
  const auto known = lacking.find(name);
  if (known != lacking.end()) return known->second;
  std::optional<icu::UnicodeSet> result;
  if (const std::optional<icu::UnicodeSet> matched = matchedByPcre(name)) {
    icu::UnicodeSet tried;
    for (const auto& [first, last] : kTried) tried.add(static_cast<UChar32>(first), static_cast<UChar32>(last));
    tried.retainAll(wanted);
    if (tried.containsAll(*matched)) result = tried.removeAll(*matched);
  }
  return lacking.emplace(name, result).first->second;
}

}  // namespace headlight
