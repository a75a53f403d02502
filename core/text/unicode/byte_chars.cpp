#include "core/text/unicode/byte_chars.h"

#include <cstdio>

#include "core/text/utf8.h"

namespace headlight {

namespace {

struct Tables {
  std::array<char32_t, 256> chars{};
  std::array<std::int16_t, 0x180> bytes{};
};

constexpr Tables kTables = [] {
  Tables tables;
  tables.bytes.fill(-1);
  char32_t next = 0x100;
  for (unsigned b = 0; b < 256; ++b) {
    const bool visible = (b >= 0x21 && b <= 0x7E) || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
    tables.chars[b] = visible ? b : next++;
    tables.bytes[tables.chars[b]] = static_cast<std::int16_t>(b);
  }
  return tables;
}();

}  // namespace

std::string byteName(std::uint8_t byte) {
  std::array<char, 8> name;
  std::snprintf(name.data(), name.size(), "<0x%02X>", static_cast<unsigned>(byte));
  return name.data();
}

char32_t charOfByte(std::uint8_t byte) { return kTables.chars[byte]; }

int byteOfChar(char32_t c) { return c < kTables.bytes.size() ? kTables.bytes[c] : -1; }

bool appendBytes(std::string_view token, std::string& bytes) {
  const std::size_t before = bytes.size();
  for (std::size_t at = 0; at < token.size();) {
    const int byte = byteOfChar(utf8::next(token, at));
    if (byte < 0) {
      bytes.resize(before);
      return false;
    }
    bytes.push_back(static_cast<char>(byte));
  }
  return true;
}

}  // namespace headlight
