#pragma once

#include <string>

namespace headlight {

/// A text as a field of a CSV line, quoted where RFC 4180 asks for it and where it is empty or begins or ends with a
/// space: an empty field is no text at all, and some readers cut spaces off.
inline std::string csvText(const std::string& text) {
  const bool plain = !text.empty() && text.front() != ' ' && text.back() != ' ' &&
                     text.find_first_of(",\"\r\n") == std::string::npos;
  if (plain) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

}  // namespace headlight
