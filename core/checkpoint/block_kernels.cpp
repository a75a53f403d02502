#include <cstdint>
#include <cstring>

#include "core/base/vectorised.h"
#include "core/checkpoint/code_values.h"
#include "core/checkpoint/dtype.h"
#include "core/checkpoint/lane_sums.h"
#include "core/checkpoint/number_kernels.h"

namespace headlight {
namespace {

constexpr Index kHalf = kCodesInBlock / 2;

float floatAt(const std::byte* bytes) {
  float value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

template <typename Whole>
Whole wholeAt(const std::byte* bytes) {
  Whole value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

/// The two halves of each of 16 bytes: the first 16 codes of a block lie in the lower ones.
template <typename Value>
inline __attribute__((always_inline)) void unpackHalves(const std::byte* bytes, float* out, const Value& valueOf) {
  for (Index i = 0; i < kHalf; ++i) out[i] = valueOf(static_cast<unsigned>(bytes[i]) & 15u);
  for (Index i = 0; i < kHalf; ++i) out[kHalf + i] = valueOf(static_cast<unsigned>(bytes[i]) >> 4u);
}

// Each format: the bytes of a block, and its numbers as floats.

/// As GGUF has it: a half that scales, then whole numbers of 8 bits.
struct BlockQ8_0 {
  static constexpr std::size_t kBytes = 2 + kCodesInBlock;
  static inline __attribute__((always_inline)) void unpack(const std::byte* block, float* out) {
    const float scale = halfToFloat(wholeAt<std::uint16_t>(block));
    for (Index i = 0; i < kCodesInBlock; ++i) out[i] = scale * static_cast<float>(static_cast<std::int8_t>(block[2 + i]));
  }
};

/// A float that scales, the zero point in 16 bits, then codes of 8 bits.
struct BlockInt8 {
  static constexpr std::size_t kBytes = 6 + kCodesInBlock;
  static inline __attribute__((always_inline)) void unpack(const std::byte* block, float* out) {
    const float scale = floatAt(block);
    const int zero = wholeAt<std::int16_t>(block + 4);
    for (Index i = 0; i < kCodesInBlock; ++i) out[i] = scale * static_cast<float>(static_cast<int>(block[6 + i]) - zero);
  }
};

/// The same with codes of 4 bits.
struct BlockInt4 {
  static constexpr std::size_t kBytes = 6 + kHalf;
  static inline __attribute__((always_inline)) void unpack(const std::byte* block, float* out) {
    const float scale = floatAt(block);
    const int zero = wholeAt<std::int16_t>(block + 4);
    unpackHalves(block + 6, out,
                 [=](unsigned code) { return scale * static_cast<float>(static_cast<int>(code) - zero); });
  }
};

/// A float that scales, then numbers in F8_E4M3.
struct BlockFp8 {
  static constexpr std::size_t kBytes = 4 + kCodesInBlock;
  static inline __attribute__((always_inline)) void unpack(const std::byte* block, float* out) {
    const float scale = floatAt(block);
    for (Index i = 0; i < kCodesInBlock; ++i) out[i] = scale * kE4m3Codes[static_cast<std::size_t>(block[4 + i])];
  }
};

/// A float that scales, then codes of 4 bits.
struct BlockNf4 {
  static constexpr std::size_t kBytes = 4 + kHalf;
  static inline __attribute__((always_inline)) void unpack(const std::byte* block, float* out) {
    const float scale = floatAt(block);
    unpackHalves(block + 4, out, [=](unsigned code) { return scale * kNormalCodes[code]; });
  }
};

/// As GGUF has it: the exponent of a power of two that scales, then codes of 4 bits.
struct BlockMxfp4 {
  static constexpr std::size_t kBytes = 1 + kHalf;
  static inline __attribute__((always_inline)) void unpack(const std::byte* block, float* out) {
    const float scale = e8m0ToFloat(static_cast<std::uint8_t>(block[0]));
    unpackHalves(block + 1, out, [=](unsigned code) { return scale * kE2m1Codes[code]; });
  }
};

template <typename Block>
inline __attribute__((always_inline)) void unpackBlocks(const std::byte* row, float* out, Index n) {
  for (; n > 0; n -= kCodesInBlock, row += Block::kBytes, out += kCodesInBlock) Block::unpack(row, out);
}

template <typename Block>
inline __attribute__((always_inline)) float dotBlocks(const float* x, const std::byte* row, Index n) {
  float sums[kGroups][kLanes] = {};
  for (Index g = 0; n > 0; n -= kCodesInBlock, row += Block::kBytes, x += kCodesInBlock, g = 2 - g) {
    float numbers[kCodesInBlock];
    Block::unpack(row, numbers);
    for (Index half = 0; half < 2; ++half)
      for (Index l = 0; l < kLanes; ++l) sums[g + half][l] += x[half * kLanes + l] * numbers[half * kLanes + l];
  }
  return sumOf(sums);
}

template <typename Block>
inline __attribute__((always_inline)) void addBlocks(float* y, const float* x, const std::byte* const* rows, Index n) {
  for (std::size_t at = 0; n > 0; n -= kCodesInBlock, at += Block::kBytes, y += kCodesInBlock) {
    float numbers[kRowsAdded][kCodesInBlock];
    for (Index r = 0; r < kRowsAdded; ++r) Block::unpack(rows[r] + at, numbers[r]);
    for (Index i = 0; i < kCodesInBlock; ++i)
      y[i] += (x[0] * numbers[0][i] + x[1] * numbers[1][i]) + (x[2] * numbers[2][i] + x[3] * numbers[3][i]);
  }
}

}  // namespace

// Functions of their own, since a processor's instructions are chosen by function.
#define HEADLIGHT_BLOCK_KERNELS(name)                                                                    \
  namespace {                                                                                            \
  HEADLIGHT_VECTORISED void unpack##name(const std::byte* row, float* out, Index n) {                    \
    unpackBlocks<Block##name>(row, out, n);                                                              \
  }                                                                                                      \
  HEADLIGHT_VECTORISED float dot##name(const float* x, const std::byte* row, Index n) {                  \
    return dotBlocks<Block##name>(x, row, n);                                                            \
  }                                                                                                      \
  HEADLIGHT_VECTORISED void add##name(float* y, const float* x, const std::byte* const* rows, Index n) { \
    addBlocks<Block##name>(y, x, rows, n);                                                               \
  }                                                                                                      \
  }                                                                                                      \
  const NumberKernels k##name##Kernels { unpack##name, dot##name, add##name }

HEADLIGHT_BLOCK_KERNELS(Q8_0);
HEADLIGHT_BLOCK_KERNELS(Int8);
HEADLIGHT_BLOCK_KERNELS(Int4);
HEADLIGHT_BLOCK_KERNELS(Fp8);
HEADLIGHT_BLOCK_KERNELS(Nf4);
HEADLIGHT_BLOCK_KERNELS(Mxfp4);
#undef HEADLIGHT_BLOCK_KERNELS

}  // namespace headlight
