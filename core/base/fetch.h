#pragma once

#include <cstddef>

namespace headlight {

/// Asks for `bytes` that will soon be read: parts of rows are too short for the processor to see by itself where the
/// next ones lie.
inline __attribute__((always_inline)) void fetch(const std::byte* numbers, std::size_t bytes) {
  constexpr std::size_t kCacheLine = 64;
  for (std::size_t at = 0; at < bytes; at += kCacheLine) {
    __builtin_prefetch(numbers + at);
    // Else a function that does nothing but this has no effect for the compiler, and calls of it are left out.
    asm volatile("" : : "r"(numbers + at));
  }
}

}  // namespace headlight
