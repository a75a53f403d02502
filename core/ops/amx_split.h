#pragma once

#include <immintrin.h>

#include "core/ops/amx.h"

namespace headlight::amx {

#define HEADLIGHT_AVX512 __attribute__((target("avx512f,avx512bw")))
#define HEADLIGHT_AVX512_INLINE inline __attribute__((target("avx512f,avx512bw"), always_inline))

/// 16 numbers, or the first `count` of them and zeros.
HEADLIGHT_AVX512_INLINE __m512 numbersAt(const float* from, Index count) {
  if (count >= 16) return _mm512_loadu_ps(from);
  const Index some = count < 0 ? 0 : count;
  return _mm512_maskz_loadu_ps(static_cast<__mmask16>((1u << some) - 1u), from);
}

/// Parts of 16 pairs of numbers into a row of as many tiles: each part is what bfloat16 has of what is left, the first
/// of several rounded, so that the rest is as often above as below. One part is enough for numbers of bfloat16, two for
/// those of 16 bits.
template <Index parts>
HEADLIGHT_AVX512_INLINE void splitPairs(__m512 first, __m512 second, std::byte* to) {
  const __m512i upper = _mm512_set1_epi32(static_cast<int>(0xffff0000u)), half = _mm512_set1_epi32(0x8000);
#pragma GCC unroll 3
  for (Index part = 0; part < parts; ++part) {
    __m512i a = _mm512_castps_si512(first), b = _mm512_castps_si512(second);
    if (part == 0 && parts > 1) {
      a = _mm512_add_epi32(a, half);
      b = _mm512_add_epi32(b, half);
    }
    a = _mm512_and_si512(a, upper);
    b = _mm512_and_si512(b, upper);
    _mm512_store_si512(to + static_cast<std::size_t>(part) * sizeof(Tile),
                       _mm512_or_si512(_mm512_srli_epi32(a, 16), b));
    first = _mm512_sub_ps(first, _mm512_castsi512_ps(a));
    second = _mm512_sub_ps(second, _mm512_castsi512_ps(b));
  }
}

/// Rows become columns.
HEADLIGHT_AVX512_INLINE void turn(__m512i (&r)[16]) {
  __m512i t[16];
#pragma GCC unroll 8
  for (int i = 0; i < 16; i += 2) {
    t[i] = _mm512_unpacklo_epi32(r[i], r[i + 1]);
    t[i + 1] = _mm512_unpackhi_epi32(r[i], r[i + 1]);
  }
#pragma GCC unroll 4
  for (int i = 0; i < 16; i += 4) {
    r[i] = _mm512_unpacklo_epi64(t[i], t[i + 2]);
    r[i + 1] = _mm512_unpackhi_epi64(t[i], t[i + 2]);
    r[i + 2] = _mm512_unpacklo_epi64(t[i + 1], t[i + 3]);
    r[i + 3] = _mm512_unpackhi_epi64(t[i + 1], t[i + 3]);
  }
#pragma GCC unroll 4
  for (int i = 0; i < 4; ++i) {
    t[i] = _mm512_shuffle_i32x4(r[i], r[i + 4], 0x88);
    t[i + 4] = _mm512_shuffle_i32x4(r[i], r[i + 4], 0xdd);
    t[i + 8] = _mm512_shuffle_i32x4(r[i + 8], r[i + 12], 0x88);
    t[i + 12] = _mm512_shuffle_i32x4(r[i + 8], r[i + 12], 0xdd);
  }
#pragma GCC unroll 4
  for (int i = 0; i < 4; ++i) {
    r[i] = _mm512_shuffle_i32x4(t[i], t[i + 8], 0x88);
    r[i + 4] = _mm512_shuffle_i32x4(t[i + 4], t[i + 12], 0x88);
    r[i + 8] = _mm512_shuffle_i32x4(t[i], t[i + 8], 0xdd);
    r[i + 12] = _mm512_shuffle_i32x4(t[i + 4], t[i + 12], 0xdd);
  }
}
HEADLIGHT_AVX512_INLINE void turn(Tile& tile) {
  __m512i rows[16];
#pragma GCC unroll 16
  for (Index i = 0; i < 16; ++i) rows[i] = _mm512_load_si512(tile.bytes + 64 * i);
  turn(rows);
#pragma GCC unroll 16
  for (Index i = 0; i < 16; ++i) _mm512_store_si512(tile.bytes + 64 * i, rows[i]);
}

}  // namespace headlight::amx
