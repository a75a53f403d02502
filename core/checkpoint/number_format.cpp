#include "core/checkpoint/number_format.h"

#include <array>
#include <cassert>
#include <cmath>
#include <cstring>

#include "core/base/vectorised.h"

namespace headlight {
namespace {

struct FormatFacts {
  NumberFormat format;
  std::string_view name;
  std::size_t bytes;
};

constexpr std::array<FormatFacts, 13> kFormats{{{NumberFormat::F64, "F64", 8},
                                                {NumberFormat::F32, "F32", 4},
                                                {NumberFormat::F16, "F16", 2},
                                                {NumberFormat::BF16, "BF16", 2},
                                                {NumberFormat::I64, "I64", 8},
                                                {NumberFormat::I32, "I32", 4},
                                                {NumberFormat::I16, "I16", 2},
                                                {NumberFormat::I8, "I8", 1},
                                                {NumberFormat::U64, "U64", 8},
                                                {NumberFormat::U32, "U32", 4},
                                                {NumberFormat::U16, "U16", 2},
                                                {NumberFormat::U8, "U8", 1},
                                                {NumberFormat::Bool, "BOOL", 1}}};

const FormatFacts& factsOf(NumberFormat format) { return kFormats[static_cast<std::size_t>(format)]; }

HEADLIGHT_VECTORISED void halvesToFloats(const std::byte* in, float* out, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint16_t bits;
    std::memcpy(&bits, in + 2 * i, 2);
    out[i] = halfToFloat(bits);
  }
}

HEADLIGHT_VECTORISED void bfloat16sToFloats(const std::byte* in, float* out, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint16_t bits;
    std::memcpy(&bits, in + 2 * i, 2);
    out[i] = bfloat16ToFloat(bits);
  }
}

}  // namespace

std::size_t bytesOf(NumberFormat format) { return factsOf(format).bytes; }

std::string_view nameOf(NumberFormat format) { return factsOf(format).name; }

std::optional<NumberFormat> numberFormatOf(std::string_view name) {
  for (const FormatFacts& facts : kFormats)
    if (facts.name == name) return facts.format;
  return {};
}

bool isFloating(NumberFormat format) {
  return format == NumberFormat::F64 || format == NumberFormat::F32 || format == NumberFormat::F16 ||
         format == NumberFormat::BF16;
}

float roundToBfloat16(float value) {
  if (std::isnan(value)) return value;
  const auto bits = std::bit_cast<std::uint32_t>(value);
  return std::bit_cast<float>((bits + 0x7fffu + ((bits >> 16) & 1u)) & 0xffff0000u);
}

void toFloats(NumberFormat format, std::span<const std::byte> bytes, std::span<float> out) {
  assert(isFloating(format) && bytes.size() == out.size() * bytesOf(format));
  if (out.empty()) return;
  switch (format) {
    case NumberFormat::F32:
      std::memcpy(out.data(), bytes.data(), bytes.size());
      break;
    case NumberFormat::F16:
      halvesToFloats(bytes.data(), out.data(), out.size());
      break;
    case NumberFormat::BF16:
      bfloat16sToFloats(bytes.data(), out.data(), out.size());
      break;
    default:
      for (std::size_t i = 0; i < out.size(); ++i) {
        double value;
        std::memcpy(&value, bytes.data() + 8 * i, 8);
        out[i] = static_cast<float>(value);
      }
  }
}

}  // namespace headlight
