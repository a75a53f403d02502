#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace headlight {

struct NumberKernels;

/// How the numbers of a stored tensor are written. Sessions tell models apart by these values: new ones go to the end.
enum class Dtype {
  F64, F32, F16, BF16, I64, I32, I16, I8, U64, U32, U16, U8, Bool,
  // Packed in blocks, as the ggml library names them.
  Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q1_0, Q2_0, IQ4_NL, MXFP4, NVFP4, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K, IQ4_XS, TQ1_0, TQ2_0,
  IQ2_XXS, IQ2_XS, IQ2_S, IQ3_XXS, IQ3_S, IQ1_S, IQ1_M,
  F8_E4M3, F8_E5M2, F8_E8M0,
  // Packed here, from the codes and scales that folders have in tensors of their own.
  INT8, INT4, FP8, NF4
};
inline constexpr std::size_t kDtypes = static_cast<std::size_t>(Dtype::NF4) + 1;

/// Numbers are stored in blocks of so many in so many bytes; most formats have blocks of one.
struct NumberBlock {
  std::size_t numbers = 1, bytes = 0;
};

NumberBlock blockOf(Dtype format);
/// Whether several numbers share a block.
inline bool isPacked(Dtype format) { return blockOf(format).numbers > 1; }
/// Bytes of `count` numbers, a whole number of blocks.
std::size_t bytesOf(Dtype format, std::size_t count);
/// The format's name, for those of single numbers that in a safetensors header ("F32", "BOOL").
std::string_view nameOf(Dtype format);
/// The format of single numbers of that name, if it is one we know.
std::optional<Dtype> dtypeOf(std::string_view name);
/// Whether the format holds real numbers, so that it may be a weight.
bool isFloating(Dtype format);
/// What can be done with its numbers where they lie; nothing for whole numbers.
const NumberKernels& kernelsOf(Dtype format);

/// The value of an IEEE half-precision number, in integer steps only, so that a loop of it can be vectorised on any
/// processor: the exponent is moved by a multiplication, which also normalises subnormal numbers; infinities and NaNs
/// get the largest exponent back.
inline float halfToFloat(std::uint16_t bits) {
  const std::uint32_t magnitude = static_cast<std::uint32_t>(bits & 0x7fffu) << 13;
  const float scaled = std::bit_cast<float>(magnitude) * 0x1p112f;
  const std::uint32_t special = magnitude >= 0x0f800000u ? 0x7f800000u : 0u;
  const std::uint32_t sign = static_cast<std::uint32_t>(bits & 0x8000u) << 16;
  return std::bit_cast<float>(std::bit_cast<std::uint32_t>(scaled) | special | sign);
}
/// The value of a bfloat16 number: the upper half of a float.
inline float bfloat16ToFloat(std::uint16_t bits) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}
/// The values of numbers of 8 bits (Micikevicius et al. 2022, "FP8 formats for deep learning"): 4 bits of exponent and
/// no infinities, or 5 bits and infinities; and a power of two alone, 2^(bits - 127).
inline constexpr float e4m3ToFloat(std::uint8_t bits) {
  const std::uint32_t sign = (bits & 0x80u) << 24, magnitude = bits & 0x7fu;
  if (magnitude == 0x7fu) return std::bit_cast<float>(sign | 0x7fc00000u);
  const float scaled = std::bit_cast<float>(magnitude << 20) * 0x1p120f;
  return std::bit_cast<float>(std::bit_cast<std::uint32_t>(scaled) | sign);
}
inline float e5m2ToFloat(std::uint8_t bits) { return halfToFloat(static_cast<std::uint16_t>(bits << 8)); }
inline constexpr float e8m0ToFloat(std::uint8_t bits) {
  if (bits == 0xffu) return std::bit_cast<float>(0x7fc00000u);
  return std::bit_cast<float>(bits == 0 ? 0x00400000u : static_cast<std::uint32_t>(bits) << 23);
}
/// `value` rounded to the nearest bfloat16 (ties to even).
float roundToBfloat16(float value);

/// Numbers in `format` (one of the floating ones) as floats; `bytes` holds exactly out.size() numbers, whole blocks at
/// any alignment.
void toFloats(Dtype format, std::span<const std::byte> bytes, std::span<float> out);

}  // namespace headlight
