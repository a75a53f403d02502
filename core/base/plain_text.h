#pragma once

#include <string>
#include <string_view>

namespace headlight {

/// `text` with the letters A to Z in lower case, whatever the locale, and without the characters in `without`.
inline std::string lowerAscii(std::string_view text, std::string_view without = {}) {
  std::string out;
  for (const char c : text)
    if (without.find(c) == std::string_view::npos) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// `text` without the byte-order mark that a file in UTF-8 may begin with.
inline std::string_view withoutByteOrderMark(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

}  // namespace headlight
