#include "core/text/token_kinds.h"

#include <unicode/utf8.h>

#include "core/text/unicode/unicode.h"

namespace headlight {

bool hasLetterOrDigit(std::string_view text) {
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c < 0) continue;
    const auto point = static_cast<char32_t>(c);
    if (unicode::isLetter(point) || unicode::categoryOf(point) == unicode::Category::Nd) return true;
  }
  return false;
}

bool isPunctuation(const Token& token) { return !token.special && !hasLetterOrDigit(token.display); }

std::vector<Index> sinkTokens(const std::vector<Token>& tokens) {
  std::vector<Index> sinks;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (i == 0 || tokens[i].special) sinks.push_back(static_cast<Index>(i));
  return sinks;
}

}  // namespace headlight
