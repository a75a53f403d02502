#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace headlight {

/// Mixes 64 bits so that every bit of the result depends on every bit of the value.
inline std::uint64_t mixBits(std::uint64_t value) {
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93ULL;
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93ULL;
  return value ^ (value >> 32);
}

/// A quick hash of short strings, eight bytes at a time.
inline std::uint64_t hashBytes(std::string_view text) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ (text.size() * 0xC2B2AE3D27D4EB4FULL);
  std::size_t left = text.size();
  const char* at = text.data();
  for (; left >= 8; left -= 8, at += 8) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    hash = (hash ^ word) * 0xD6E8FEB86659FD93ULL;
    hash ^= hash >> 32;
  }
  std::uint64_t tail = 0;
  for (std::size_t i = 0; i < left; ++i)
    tail |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8 * i);
  return mixBits(hash ^ tail);
}

}  // namespace headlight
