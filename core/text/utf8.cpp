#include "core/text/utf8.h"

#include <simdjson.h>

#include <cstring>

namespace headlight::utf8 {

namespace {

/// Range of the second byte after `lead`, which keeps out overlong forms, surrogates and what lies past U+10FFFF.
void secondByteRange(unsigned char lead, unsigned char& low, unsigned char& high) {
  low = 0x80;
  high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
}

/// How many bytes the lead byte asks for; 0 when it cannot start a character.
std::size_t wantedLength(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

}  // namespace

std::size_t count(std::string_view text) {
  std::size_t n = 0;
  for (const char byte : text) n += continues(byte) ? 0 : 1;
  return n;
}

bool isAscii(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    if (word & 0x8080808080808080ULL) return false;
  }
  for (; at < text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) >= 0x80) return false;
  }
  return true;
}

bool isValid(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::size_t validLength(std::string_view bytes, std::size_t& bad) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t wanted = wantedLength(lead);
  bad = 1;
  if (wanted == 0) return 0;
  if (wanted == 1) return 1;
  unsigned char low, high;
  secondByteRange(lead, low, high);
  for (std::size_t i = 1; i < wanted; ++i) {
    bad = i;
    if (i >= bytes.size()) return 0;
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < low || byte > high) return 0;
    low = 0x80;
    high = 0xBF;
  }
  return wanted;
}

std::size_t appendLossy(std::string& out, std::string_view bytes) {
  if (isValid(bytes)) {
    out.append(bytes);
    return 0;
  }
  std::size_t invalid = 0;
  while (!bytes.empty()) {
    std::size_t bad = 0;
    if (const std::size_t good = validLength(bytes, bad)) {
      out.append(bytes.substr(0, good));
      bytes.remove_prefix(good);
    } else {
      out.append("\xEF\xBF\xBD");
      bytes.remove_prefix(bad);
      ++invalid;
    }
  }
  return invalid;
}

bool isProperPrefix(std::string_view bytes) {
  if (bytes.empty() || wantedLength(static_cast<unsigned char>(bytes[0])) <= bytes.size()) return false;
  std::size_t bad = 0;
  return validLength(bytes, bad) == 0 && bad == bytes.size();
}

}  // namespace headlight::utf8
