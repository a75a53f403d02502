#pragma once

#include <string>
#include <string_view>

namespace headlight {

/// A text as the grammar of interventions has it: in quotation marks, those in it and backslashes behind a backslash.
inline std::string quotedInGrammar(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace headlight
