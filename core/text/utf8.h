#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace headlight::utf8 {

/// Whether `byte` continues a character instead of starting one.
inline bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Bytes of the character that starts with `lead` in valid UTF-8.
inline std::size_t lengthFrom(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Bytes of the first `count` characters of `text`, all of them where it has fewer.
inline std::size_t bytesOf(std::string_view text, std::int64_t count) {
  std::size_t at = 0;
  for (; at < text.size() && count > 0; --count)
    do ++at;
    while (at < text.size() && continues(text[at]));
  return at;
}

/// The code point at byte `at` of the valid `text`; moves `at` behind it.
inline char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  const char32_t lead = byte(at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  if (lead < 0xE0) {
    at += 2;
    return ((lead & 0x1F) << 6) | (byte(at - 1) & 0x3F);
  }
  if (lead < 0xF0) {
    at += 3;
    return ((lead & 0x0F) << 12) | ((byte(at - 2) & 0x3F) << 6) | (byte(at - 1) & 0x3F);
  }
  at += 4;
  return ((lead & 0x07) << 18) | ((byte(at - 3) & 0x3F) << 12) | ((byte(at - 2) & 0x3F) << 6) | (byte(at - 1) & 0x3F);
}

/// The code point in front of byte `end` of the valid `text`; moves `end` before it.
inline char32_t previous(std::string_view text, std::size_t& end) {
  do {
    --end;
  } while (end > 0 && continues(text[end]));
  std::size_t at = end;
  return next(text, at);
}

/// Writes `c` into `out` (room for four bytes) and says how many bytes it took.
inline std::size_t encode(char32_t c, char* out) {
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = static_cast<char>(0xC0 | (c >> 6));
    out[1] = static_cast<char>(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = static_cast<char>(0xE0 | (c >> 12));
    out[1] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out[2] = static_cast<char>(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | (c >> 18));
  out[1] = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
  out[2] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  out[3] = static_cast<char>(0x80 | (c & 0x3F));
  return 4;
}

/// Appends `c` to `out`.
inline void append(std::string& out, char32_t c) {
  char bytes[4];
  out.append(bytes, encode(c, bytes));
}

/// Code points of the valid `text`.
std::size_t count(std::string_view text);
/// Whether every byte is below 128.
bool isAscii(std::string_view text);
/// Whether `text` is UTF-8.
bool isValid(std::string_view text);
/// Bytes of the valid character at the start of `bytes`; 0 when it is none, and `bad` then says how many bytes are one
/// maximal invalid part. `bytes` must not be empty.
std::size_t validLength(std::string_view bytes, std::size_t& bad);
/// Appends `bytes` to `out`, U+FFFD in place of each maximal invalid part; returns how many there were.
std::size_t appendLossy(std::string& out, std::string_view bytes);
/// Whether `bytes` ends or could go on as the beginning of a longer valid character (it is a proper prefix of one).
bool isProperPrefix(std::string_view bytes);

}  // namespace headlight::utf8
