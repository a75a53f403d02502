#pragma once

#include <string_view>

namespace headlight {

/// Whether a JSON text nests more than `most` lists and objects in one another; a text that is not JSON gets an answer
/// too. Readers ask before they parse: what is deeper is never meant, and writing such a value into a message would
/// need a stack as deep.
inline bool isNestedDeeperThan(std::string_view json, int most) {
  int depth = 0;
  bool inText = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (inText) {
      if (c == '\\') ++i;
      if (c == '"') inText = false;
    } else if (c == '"') {
      inText = true;
    } else if (c == '[' || c == '{') {
      if (++depth > most) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace headlight
