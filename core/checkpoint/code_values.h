#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/checkpoint/dtype.h"

namespace headlight {

template <float (*valueOf)(std::uint8_t)>
constexpr std::array<float, 256> valuesOfBytes() {
  std::array<float, 256> values{};
  for (std::size_t code = 0; code < values.size(); ++code) values[code] = valueOf(static_cast<std::uint8_t>(code));
  return values;
}

constexpr float wholeToFloat(std::uint8_t code) { return code; }

/// All formats in blocks have as many numbers in one.
inline constexpr std::int64_t kCodesInBlock = 32;

/// The value of each code.
inline constexpr std::array<float, 256> kWholeCodes = valuesOfBytes<wholeToFloat>();
inline constexpr std::array<float, 256> kE4m3Codes = valuesOfBytes<e4m3ToFloat>();
/// Quantiles of a normal distribution (Dettmers et al. 2023, "QLoRA").
inline constexpr std::array<float, 16> kNormalCodes{
    -1.0F, -0.6961928009986877F, -0.5250730514526367F, -0.39491748809814453F, -0.28444138169288635F,
    -0.18477343022823334F, -0.09105003625154495F, 0.0F, 0.07958029955625534F, 0.16093020141124725F,
    0.24611230194568634F, 0.33791524171829224F, 0.44070982933044434F, 0.5626170039176941F, 0.7229568362236023F, 1.0F};
/// Two bits of exponent and one of mantissa (OCP Microscaling Formats 2023).
inline constexpr std::array<float, 16> kE2m1Codes{0,     0.5F,  1,  1.5F,  2,  3,  4,  6,
                                                  -0.0F, -0.5F, -1, -1.5F, -2, -3, -4, -6};

}  // namespace headlight
