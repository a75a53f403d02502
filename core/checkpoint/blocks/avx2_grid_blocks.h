#pragma once

#include "core/checkpoint/blocks/avx2_blocks.h"
#include "core/checkpoint/blocks/grid_blocks.h"

namespace headlight::blocks::avx2 {

// The formats of grids, as avx2_blocks.h has the others: signs and shifts are put on the entries' bytes.

/// The entries of a grid as bytes, times `factor`.
template <typename Word, std::size_t width, std::size_t entries>
std::array<Word, entries> bytesOf(const Grid<width, entries>& grid, float factor = 1) {
  static_assert(sizeof(Word) == width);
  std::array<Word, entries> out;
  for (std::size_t i = 0; i < entries; ++i) {
    std::array<std::int8_t, width> bytes;
    for (std::size_t j = 0; j < width; ++j) bytes[j] = static_cast<std::int8_t>(grid[i][j] * factor);
    std::memcpy(&out[i], bytes.data(), width);
  }
  return out;
}
inline const auto kBytes2Xxs = bytesOf<std::int64_t>(kGrid2Xxs);
inline const auto kBytes2Xs = bytesOf<std::int64_t>(kGrid2Xs);
inline const auto kBytes2S = bytesOf<std::int64_t>(kGrid2S);
inline const auto kBytes3Xxs = bytesOf<std::int32_t>(kGrid3Xxs);
inline const auto kBytes3S = bytesOf<std::int32_t>(kGrid3S);
inline const auto kBytes1S = bytesOf<std::int64_t>(kGrid1S, 8);

/// evenSigns() of every seven bits.
inline constexpr auto kEvenSigns = [] {
  std::array<std::uint8_t, 128> signs{};
  for (Index i = 0; i < 128; ++i)
    signs[static_cast<std::size_t>(i)] =
        static_cast<std::uint8_t>(i | (std::popcount(static_cast<unsigned>(i)) & 1) << 7);
  return signs;
}();
HEADLIGHT_AVX2_INLINE std::uint32_t evenSignsAt(std::uint32_t bits, int from) {
  return kEvenSigns[bits >> from & 127u];
}
/// Those of four times seven bits.
HEADLIGHT_AVX2_INLINE std::uint32_t fourEvenSigns(std::uint32_t bits) {
  return evenSignsAt(bits, 0) | evenSignsAt(bits, 7) << 8 | evenSignsAt(bits, 14) << 16 | evenSignsAt(bits, 21) << 24;
}

constexpr int kSigned = 64;
/// kSigned above the entries, of which those whose bits are set are negated.
HEADLIGHT_AVX2_INLINE __m256i withSigns(__m256i entries, std::uint32_t negative) {
  const __m256i mask = bytesOfBits(negative, 0xff);
  return _mm256_add_epi8(_mm256_sub_epi8(_mm256_xor_si256(entries, mask), mask), _mm256_set1_epi8(kSigned));
}
/// Four entries of eight numbers, or eight of four: at(k) is the place of entry k in the grid.
template <std::size_t entries, typename At>
HEADLIGHT_AVX2_INLINE __m256i entriesOf(const std::array<std::int64_t, entries>& grid, At at) {
  return _mm256_setr_epi64x(grid[at(0)], grid[at(1)], grid[at(2)], grid[at(3)]);
}
template <std::size_t entries, typename At>
HEADLIGHT_AVX2_INLINE __m256i entriesOf(const std::array<std::int32_t, entries>& grid, At at) {
  return _mm256_setr_epi32(grid[at(0)], grid[at(1)], grid[at(2)], grid[at(3)], grid[at(4)], grid[at(5)], grid[at(6)],
                           grid[at(7)]);
}
HEADLIGHT_INLINE std::size_t placeAt(const std::byte* b, Index i) { return static_cast<std::uint8_t>(b[i]); }
/// Nibble `i` of the bytes.
HEADLIGHT_INLINE Index nibbleAt(const std::byte* b, Index i) { return byteAt(b, i / 2) >> (4 * (i % 2)) & 15; }

struct Iq2Xxs : Coded<blocks::Iq2Xxs, 8, kSigned> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    const float d = half(b);
    putRuns<8>(s.scale,
               [&](Index run) { return (d * (0.5F + floatOf(longWordAt(b, 6 + 8 * run) >> 28))) * 0.25F; });
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    const std::byte* at = b + 2 + 8 * c;
    return withSigns(entriesOf(kBytes2Xxs, [=](Index k) { return placeAt(at, k); }), fourEvenSigns(longWordAt(at, 4)));
  }
};

struct Iq2Xs : Coded<blocks::Iq2Xs, 16, kSigned> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    const float d = half(b);
    putRuns<16>(s.scale, [&](Index run) { return (d * (0.5F + floatOf(nibbleAt(b + 66, run)))) * 0.25F; });
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    const std::byte* at = b + 2 + 8 * c;
    std::uint32_t signs = 0;
    for (Index k = 0; k < 4; ++k) signs |= evenSignsAt(wordAt(at, 2 * k), 9) << (8 * k);
    return withSigns(entriesOf(kBytes2Xs, [=](Index k) { return std::size_t{wordAt(at, 2 * k)} & 511u; }), signs);
  }
};

struct Iq2S : Coded<blocks::Iq2S, 16, kSigned> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    const float d = half(b);
    putRuns<16>(s.scale, [&](Index run) { return (d * (0.5F + floatOf(nibbleAt(b + 74, run)))) * 0.25F; });
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    const std::size_t high = placeAt(b, 66 + c);
    const auto at = [=](Index k) { return placeAt(b, 2 + 4 * c + k) | (high >> (2 * k) & 3u) << 8; };
    return withSigns(entriesOf(kBytes2S, at), longWordAt(b, 34 + 4 * c));
  }
};

struct Iq3Xxs : Coded<blocks::Iq3Xxs, 8, kSigned> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    const float d = half(b);
    putRuns<8>(s.scale, [&](Index run) { return (d * (0.5F + floatOf(longWordAt(b, 66 + 4 * run) >> 28))) * 0.5F; });
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    return withSigns(entriesOf(kBytes3Xxs, [=](Index k) { return placeAt(b, 2 + 8 * c + k); }),
                     fourEvenSigns(longWordAt(b, 66 + 4 * c)));
  }
};

struct Iq3S : Coded<blocks::Iq3S, 8, kSigned> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    const float d = half(b);
    putRuns<8>(s.scale, [&](Index run) { return d * floatOf(1 + 2 * nibbleAt(b + 106, run)); });
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    const std::size_t high = placeAt(b, 66 + c);
    const auto at = [=](Index k) { return placeAt(b, 2 + 8 * c + k) | (high >> k & 1u) << 8; };
    return withSigns(entriesOf(kBytes3S, at), longWordAt(b, 74 + 4 * c));
  }
};

// Entries are eight times as large here, so that their shift is a whole number, and scales an eighth.
constexpr int kShifted = 16;

struct Iq1S : Coded<blocks::Iq1S, 8, kShifted> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    const float d = half(b) * 0.125F;
    putRuns<8>(s.scale, [&](Index run) { return d * floatOf(2 * (wordAt(b, 34 + 2 * run) >> 12 & 7) + 1); });
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    const std::size_t word = wordAt(b, 34 + 2 * c);
    const auto at = [=](Index k) { return placeAt(b, 2 + 4 * c + k) | (word >> (3 * k) & 7u) << 8; };
    const bool down = (word & 0x8000u) != 0;
    return _mm256_add_epi8(entriesOf(kBytes1S, at), _mm256_set1_epi8(down ? kShifted - 1 : kShifted + 1));
  }
};

struct Iq1M : Coded<blocks::Iq1M, 16, kShifted> {
  HEADLIGHT_AVX2_INLINE static void read(const std::byte* b, Scales& s, Index) {
    Index bits = 0;
    for (Index k = 0; k < 4; ++k) bits |= (wordAt(b, 48 + 2 * k) >> 12) << (4 * k);
    const float d = _cvtsh_ss(static_cast<std::uint16_t>(bits)) * 0.125F;
    putRuns<16>(s.scale, [&](Index run) {
      return d * floatOf(2 * (wordAt(b, 48 + 2 * (run / 4)) >> (3 * (run % 4)) & 7) + 1);
    });
  }
  HEADLIGHT_AVX2_INLINE static __m256i codes(const std::byte* b, Index c) {
    const std::size_t nibbles = wordAt(b, 32 + 2 * c);
    const auto at = [=](Index k) { return placeAt(b, 4 * c + k) | (nibbles >> (4 * k) & 7u) << 8; };
    const auto shift = [=](Index k) {
      return (nibbles >> (4 * k) & 8u) != 0 ? 0x0101010101010101 * (kShifted - 1) : 0x0101010101010101 * (kShifted + 1);
    };
    return _mm256_add_epi8(entriesOf(kBytes1S, at), _mm256_setr_epi64x(shift(0), shift(1), shift(2), shift(3)));
  }
};

}  // namespace headlight::blocks::avx2
