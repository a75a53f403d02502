#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace headlight {

/// The character that stands for a byte in byte-level vocabularies (GPT-2's bytes_to_unicode): itself when it is
/// visible in Latin-1, otherwise U+0100, U+0101 … in order.
char32_t charOfByte(std::uint8_t byte);
/// The byte that `c` stands for, or −1.
int byteOfChar(char32_t c);
/// Appends the bytes that `token` stands for; false, and nothing appended, when a character stands for none.
bool appendBytes(std::string_view token, std::string& bytes);
/// "<0xC3>", as other vocabularies name a byte.
std::string byteName(std::uint8_t byte);

}  // namespace headlight
