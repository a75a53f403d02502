#pragma once

#include <bit>
#include <span>
#include <vector>

#include "core/base/fetch.h"
#include "core/checkpoint/blocks/avx2_row_product.h"
#include "core/checkpoint/blocks/vnni_blocks.h"

namespace headlight::blocks::vnni {

// Products of one row x with rows of a packed format, as avx2_row_product.h has them, by instructions that multiply 64
// codes of 8 bits with as many digits at once. Each 32 numbers of x become whole numbers of 24 bits with a common step,
// and those three digits of 8 bits with signs: what is lost is below single precision of the largest of them. How far
// codes lie above the numbers is taken from the sums in whole numbers; least numbers go through sums of x.

inline constexpr Index kChunk = 32, kDigits = 3, kLanes = 16;

/// How far codes lie above the numbers, as bytes without a sign.
template <typename Block>
inline constexpr int kAbove = Block::kSigned  ? 128
                              : Block::kLeast ? 0
                                              : Block::kOffset;
/// Vectors that are added up together: both of a half where their lanes have the same scales.
template <typename Block>
inline constexpr Index kJoined = Layout<Block>::kOrder == kOfFourBlocks ? 2 : 1;
/// Whether sums of all three digits can be too large for 32 bits, so that those of the lowest are kept apart: those of
/// four codes of up to 6 bits, or of eight of up to 5, are not.
template <typename Block>
inline constexpr bool kWide = kAbove<Block> == 128 || std::is_same_v<Block, avx2::Int8>;

/// kPart numbers of x as a format takes them.
template <typename Block>
struct alignas(64) DigitPart {
  struct Vector {
    std::int8_t digits[kDigits][kVector];  ///< The highest first.
  };
  Vector vectors[kVectors];
  /// What codes that lie above the numbers put too much into each sum: of all digits, or of the two higher ones and of
  /// the lowest where sums are wide.
  std::int32_t above[kVectors / kJoined<Block>][kLanes], aboveLow[kVectors / kJoined<Block>][kLanes];
  float step[Block::kRuns], sum[Block::kRuns];  ///< The step and the sum of the numbers of each run.
};

/// Where piece `piece` of a part is put: 4 · vector + place.
template <typename Block>
constexpr Index placeOf(Index piece) {
  Index place = 0;
  while (Layout<Block>::kOrder[static_cast<std::size_t>(place / 4)][static_cast<std::size_t>(place % 4)] != piece)
    ++place;
  return place;
}
template <typename Block>
inline constexpr auto kPlaces = [] {
  std::array<Index, kPart / kPiece> places{};
  for (std::size_t piece = 0; piece < places.size(); ++piece) places[piece] = placeOf<Block>(static_cast<Index>(piece));
  return places;
}();

/// Splits 32 numbers; whether it could, as avx2::splitChunk().
template <typename Block>
HEADLIGHT_VNNI_INLINE bool splitChunk(const float* x, Index chunk, DigitPart<Block>& out) {
  constexpr std::uint32_t kLeast = std::bit_cast<std::uint32_t>(0x1p-60F),
                          kMost = std::bit_cast<std::uint32_t>(0x1p60F), kExponent = 0x7f800000u;
  __m256 numbers[4];
  for (Index i = 0; i < 4; ++i) numbers[i] = _mm256_loadu_ps(x + 8 * i);
  const std::uint32_t most = avx2::mostOf(numbers);
  if (most != 0 && (most < kLeast || most > kMost)) return false;
  // The largest number is 2^22 to 2^23 steps, or half of that where three digits would not quite do.
  constexpr std::uint32_t kTooMuch = 0x20000;
  const float power = most == 0 ? 1.0F : std::bit_cast<float>((most + kTooMuch) & kExponent), step = power * 0x1p-22F;
  for (Index half = 0; half < 2; ++half) {
    const __m512 scaled = _mm512_mul_ps(_mm512_loadu_ps(x + kPiece * half), _mm512_set1_ps(1 / step));
    // With 128 added to each digit they are bytes without a sign, and a byte's highest bit takes it away again.
    const __m512i bytes = _mm512_add_epi32(_mm512_cvtps_epi32(scaled), _mm512_set1_epi32(0x808080));
    const Index place = kPlaces<Block>[static_cast<std::size_t>(2 * chunk + half)];
    auto& vector = out.vectors[place / 4];
    const __m128i sign = _mm_set1_epi8(static_cast<char>(0x80));
    const __m512i digits[kDigits] = {_mm512_srli_epi32(bytes, 16), _mm512_srli_epi32(bytes, 8), bytes};
    for (Index d = 0; d < kDigits; ++d)
      _mm_store_si128(reinterpret_cast<__m128i*>(vector.digits[d] + kPiece * (place % 4)),
                      _mm_xor_si128(_mm512_cvtepi32_epi8(digits[d]), sign));
  }
  constexpr Index kEach = Block::kRuns * kChunk / kPart;  // Runs of a chunk: 1 or 2.
  for (Index i = 0; i < kEach; ++i) {
    out.step[kEach * chunk + i] = step;
    if constexpr (Block::kLeast)
      out.sum[kEach * chunk + i] = avx2::sumOfLanes(
          kEach == 1 ? _mm256_add_ps(_mm256_add_ps(numbers[0], numbers[1]), _mm256_add_ps(numbers[2], numbers[3]))
                     : _mm256_add_ps(numbers[2 * i], numbers[2 * i + 1]));
  }
  return true;
}

/// Adds products of digit `digit` with the codes of the vectors that are added up together.
template <typename Block>
HEADLIGHT_VNNI_INLINE __m512i addDigit(__m512i sum, const __m512i* codes, const typename DigitPart<Block>::Vector* x,
                                       Index digit) {
#pragma GCC unroll 2
  for (Index i = 0; i < kJoined<Block>; ++i)
    sum = _mm512_dpbusd_epi32(sum, codes[i], _mm512_load_si512(x[i].digits[digit]));
  return sum;
}

/// Splits the `n` numbers of x, whole chunks; behind them the last part has zeros. Whether it could.
template <typename Block>
HEADLIGHT_VNNI bool split(const float* x, Index n, std::span<DigitPart<Block>> parts) {
  for (auto& part : parts) {
    const Index chunks = std::min(n, kPart) / kChunk;
    if (chunks < kPart / kChunk) part = {};
    for (Index c = 0; c < chunks; ++c)
      if (!splitChunk<Block>(x + c * kChunk, c, part)) return false;
    if constexpr (kAbove<Block> != 0) {
      const __m512i zero = _mm512_setzero_si512(), code = _mm512_set1_epi8(static_cast<char>(kAbove<Block>));
      const __m512i codes[2] = {code, code};
      for (Index sum = 0; sum < kVectors / kJoined<Block>; ++sum) {
        const auto* own = part.vectors + sum * kJoined<Block>;
        __m512i above = addDigit<Block>(zero, codes, own, 0);
        above = addDigit<Block>(_mm512_slli_epi32(above, 8), codes, own, 1);
        const __m512i low = addDigit<Block>(kWide<Block> ? zero : _mm512_slli_epi32(above, 8), codes, own, 2);
        _mm512_store_si512(part.above[sum], kWide<Block> ? above : low);
        _mm512_store_si512(part.aboveLow[sum], low);
      }
    }
    x += kPart;
    n -= kPart;
  }
  return true;
}

/// The factor of each lane of the sums that begin with vector `vector`.
template <typename Block>
HEADLIGHT_VNNI_INLINE __m512 factorsOf(__m512 ofRuns, Index vector) {
  static constexpr auto kRuns = [] {
    std::array<std::array<std::int32_t, kLanes>, kVectors> runs{};
    for (std::size_t v = 0; v < kVectors; ++v)
      for (std::size_t lane = 0; lane < kLanes; ++lane)
        runs[v][lane] = static_cast<std::int32_t>(Layout<Block>::kOrder[v][lane / 4] * kPiece * Block::kRuns / kPart);
    return runs;
  }();
  return _mm512_permutexvar_ps(_mm512_loadu_si512(kRuns[static_cast<std::size_t>(vector)].data()), ofRuns);
}

/// The sums of one row: of the products of all digits, or of the higher ones; of the lowest; and of least numbers.
struct RowSums {
  __m512 high, low;
  __m256 rest;
};

/// Adds the products of half a part of x with the blocks at `b`.
template <typename Block>
HEADLIGHT_VNNI_INLINE void addHalf(const DigitPart<Block>& x, Index half, const std::byte* b, __m512 ofRuns,
                                   RowSums& sums) {
  const Codes found = Layout<Block>::codes(b, half);
  const __m512i codes[2] = {found.first, found.second}, zero = _mm512_setzero_si512();
#pragma GCC unroll 2
  for (Index i = 0; i < 2; i += kJoined<Block>) {
    const Index vector = 2 * half + i, sum = vector / kJoined<Block>;
    const auto* own = x.vectors + vector;
    const __m512 factors = factorsOf<Block>(ofRuns, vector);
    __m512i high = addDigit<Block>(zero, codes + i, own, 0);
    high = addDigit<Block>(_mm512_slli_epi32(high, 8), codes + i, own, 1);
    if constexpr (kWide<Block>) {
      __m512i low = addDigit<Block>(zero, codes + i, own, 2);
      if constexpr (kAbove<Block> != 0) low = _mm512_sub_epi32(low, _mm512_load_si512(x.aboveLow[sum]));
      sums.low = _mm512_fmadd_ps(_mm512_cvtepi32_ps(low), factors, sums.low);
    } else {
      high = addDigit<Block>(_mm512_slli_epi32(high, 8), codes + i, own, 2);
    }
    if constexpr (kAbove<Block> != 0) high = _mm512_sub_epi32(high, _mm512_load_si512(x.above[sum]));
    sums.high = _mm512_fmadd_ps(_mm512_cvtepi32_ps(high), factors, sums.high);
  }
}

/// The scales of the blocks at `b` times the steps of x; least numbers are added to the rest.
template <typename Block>
HEADLIGHT_VNNI_INLINE __m512 readScales(const DigitPart<Block>& x, const std::byte* b, RowSums& sums) {
  typename Block::Scales scales;
  Layout<Block>::read(b, scales);
  if constexpr (Block::kLeast)
#pragma GCC unroll 2
    for (Index i = 0; i < Block::kRuns; i += 8)
      sums.rest = _mm256_fnmadd_ps(_mm256_load_ps(scales.least + i), _mm256_load_ps(x.sum + i), sums.rest);
  if constexpr (Block::kRuns == 8)
    return _mm512_zextps256_ps512(_mm256_mul_ps(_mm256_load_ps(scales.scale), _mm256_load_ps(x.step)));
  else
    return _mm512_mul_ps(_mm512_loadu_ps(scales.scale), _mm512_loadu_ps(x.step));
}

/// Adds the products of a part with the blocks at `b` of `rows` rows.
template <typename Block, Index rows>
HEADLIGHT_VNNI_INLINE void addPart(const DigitPart<Block>& x, const std::byte* const* b, RowSums* sums) {
  __m512 ofRuns[rows];
#pragma GCC unroll 4
  for (Index r = 0; r < rows; ++r) ofRuns[r] = readScales(x, b[r], sums[r]);
#pragma GCC unroll 2
  for (Index half = 0; half < 2; ++half)
#pragma GCC unroll 4
    for (Index r = 0; r < rows; ++r) addHalf(x, half, b[r], ofRuns[r], sums[r]);
}

/// The products of one row with `rows` rows that lie `apart` bytes apart, side by side: memory is read in as many
/// places at once, each part of x once for all. What a row's place will soon come to is asked for meanwhile.
template <typename Block, Index rows>
HEADLIGHT_VNNI_INLINE void multiplyRows(const DigitPart<Block>* x, const std::byte* first, std::size_t apart, Index n,
                                        float* out, Index outApart) {
  constexpr std::size_t kAhead = 1024, kPartBytes = kPart / Block::kNumbers * Block::kBytes;
  RowSums sums[rows];
  const std::byte* b[rows];
  for (Index r = 0; r < rows; ++r) {
    sums[r].high = sums[r].low = _mm512_setzero_ps();
    sums[r].rest = _mm256_setzero_ps();
    b[r] = first + static_cast<std::size_t>(r) * apart;
  }
  for (; n >= kPart; n -= kPart, ++x) {
    for (Index r = 0; r < rows; ++r) fetch(b[r] + kAhead, kPartBytes);
    addPart<Block, rows>(*x, b, sums);
    for (Index r = 0; r < rows; ++r) b[r] += kPartBytes;
  }
  if constexpr (Block::kNumbers < kPart)
    if (n > 0) {
      // Behind the last block there are zeros.
      std::byte ends[rows][kPartBytes] = {};
      for (Index r = 0; r < rows; ++r) {
        std::copy_n(b[r], n / Block::kNumbers * Block::kBytes, ends[r]);
        b[r] = ends[r];
      }
      addPart<Block, rows>(*x, b, sums);
    }
  for (Index r = 0; r < rows; ++r) {
    const __m512 sum = kWide<Block> ? _mm512_fmadd_ps(sums[r].high, _mm512_set1_ps(256), sums[r].low) : sums[r].high;
    out[r * outApart] = _mm512_reduce_add_ps(sum) + avx2::sumOfLanes(sums[r].rest);
  }
}

/// out[r] = Σ x[i] · row r [i], as NumberKernels::multiply has it; false, and nothing done, for an x that cannot be
/// split.
template <typename Block>
HEADLIGHT_VNNI bool multiply(const float* x, const std::byte* first, std::size_t stride, Index rows, Index n,
                             float* out) {
  thread_local std::vector<DigitPart<Block>> parts;
  parts.resize(static_cast<std::size_t>((n + kPart - 1) / kPart));
  if (!split<Block>(x, n, parts)) return false;
  // Rows far apart, since a processor fetches by itself what follows in several places, but in one of each page.
  constexpr Index kStreams = 4;
  const Index each = rows / kStreams;
  const auto at = [&](Index row) { return first + static_cast<std::size_t>(row) * stride; };
  for (Index r = 0; r < each; ++r)
    multiplyRows<Block, kStreams>(parts.data(), at(r), static_cast<std::size_t>(each) * stride, n, out + r, each);
  for (Index r = each * kStreams; r < rows; ++r) multiplyRows<Block, 1>(parts.data(), at(r), 0, n, out + r, 0);
  return true;
}

}  // namespace headlight::blocks::vnni
