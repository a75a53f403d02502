#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/unicode/aligned_text.h"

namespace headlight {

/// What Split and Replace look for: a plain string or a regular expression (Oniguruma's syntax, run by PCRE2).
/// Immutable and safe to use from several threads.
class Pattern {
 public:
  static Pattern literal(std::string text);
  /// Throws Error when the expression cannot be read.
  static Pattern regex(std::string_view expression);

  /// Appends the matches in the valid UTF-8 `text`, from left to right, to `matches`; an empty match that touches the
  /// match before it does not count. Throws Error when matching would take too long.
  void find(std::string_view text, std::vector<ByteRange>& matches) const;

 private:
  struct Compiled;
  std::string m_literal;
  std::shared_ptr<const Compiled> m_regex;
};

}  // namespace headlight
