#include "core/text/unicode/base64.h"

#include <cstdint>

namespace headlight {

std::optional<std::string> fromBase64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  std::size_t padding = 0;
  for (const char c : text) {
    int value = -1;
    if (c >= 'A' && c <= 'Z') value = c - 'A';
    if (c >= 'a' && c <= 'z') value = c - 'a' + 26;
    if (c >= '0' && c <= '9') value = c - '0' + 52;
    if (c == '+') value = 62;
    if (c == '/') value = 63;
    if (c == '=') {
      ++padding;
      continue;
    }
    if (value < 0 || padding > 0) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if (++count == 4) {
      for (const int shift : {16, 8, 0}) bytes.push_back(static_cast<char>(bits >> shift & 0xFF));
      count = 0;
      bits = 0;
    }
  }
  if (count == 1 || padding > 2) return std::nullopt;
  if (count == 2) bytes.push_back(static_cast<char>(bits >> 4 & 0xFF));
  if (count == 3) {
    bytes.push_back(static_cast<char>(bits >> 10 & 0xFF));
    bytes.push_back(static_cast<char>(bits >> 2 & 0xFF));
  }
  return bytes;
}

}  // namespace headlight
