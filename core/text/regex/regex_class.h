#pragma once

#include <unicode/uniset.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace headlight {

/// A set of code points while a regular expression is translated: exact ranges, and large properties that PCRE2 knows
/// by name (what its Unicode lacks of them stands in the ranges).
class RegexClass {
 public:
  void add(char32_t first, char32_t last);
  /// Adds a property by name ("L", "Han", "punct", "^Lu"); throws Error when it is unknown.
  void addProperty(std::string_view name, bool negated);
  /// Adds \d \s \w \h or, negated, \D \S \W \H; outside a class \w knows some characters more.
  void addShorthand(char letter, bool alone);
  void add(const RegexClass& other);
  void intersect(const RegexClass& other);
  void complement();
  /// The PCRE2 class "[…]", or "[^…]".
  std::string text(bool negated) const;

 private:
  icu::UnicodeSet exact() const;

  icu::UnicodeSet m_ranges;
  std::vector<std::string> m_properties;  // short names of general categories, or "sc:Han"
};

/// Reads the class whose '[' is at `at`, moves `at` behind its ']', and returns it in PCRE2's syntax.
std::string translateClass(std::string_view pattern, std::size_t& at);

}  // namespace headlight
