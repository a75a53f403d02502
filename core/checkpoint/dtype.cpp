#include "core/checkpoint/dtype.h"

#include <array>
#include <cassert>
#include <cmath>

#include "core/checkpoint/number_kernels.h"

namespace headlight {
namespace {

struct FormatFacts {
  Dtype format;
  std::string_view name;
  NumberBlock block;
  const NumberKernels* kernels = nullptr;
};

constexpr NumberKernels kNone{};

/// One row for each format, in the order of the enumeration: all that the program knows of it.
constexpr std::array<FormatFacts, kDtypes> kFormats{{{Dtype::F64, "F64", {1, 8}, &kDoubleKernels},
                                                {Dtype::F32, "F32", {1, 4}, &kFloatKernels},
                                                {Dtype::F16, "F16", {1, 2}, &kHalfKernels},
                                                {Dtype::BF16, "BF16", {1, 2}, &kBfloat16Kernels},
                                                {Dtype::I64, "I64", {1, 8}, &kNone},
                                                {Dtype::I32, "I32", {1, 4}, &kNone},
                                                {Dtype::I16, "I16", {1, 2}, &kNone},
                                                {Dtype::I8, "I8", {1, 1}, &kNone},
                                                {Dtype::U64, "U64", {1, 8}, &kNone},
                                                {Dtype::U32, "U32", {1, 4}, &kNone},
                                                {Dtype::U16, "U16", {1, 2}, &kNone},
                                                {Dtype::U8, "U8", {1, 1}, &kNone},
                                                {Dtype::Bool, "BOOL", {1, 1}, &kNone},
                                                {Dtype::Q8_0, "Q8_0", {32, 34}, &kQ8_0Kernels},
                                                {Dtype::F8_E4M3, "F8_E4M3", {1, 1}, &kE4m3Kernels},
                                                {Dtype::F8_E5M2, "F8_E5M2", {1, 1}, &kE5m2Kernels},
                                                {Dtype::F8_E8M0, "F8_E8M0", {1, 1}, &kE8m0Kernels},
                                                {Dtype::INT8, "INT8", {32, 38}, &kInt8Kernels},
                                                {Dtype::INT4, "INT4", {32, 22}, &kInt4Kernels},
                                                {Dtype::FP8, "FP8", {32, 36}, &kFp8Kernels},
                                                {Dtype::NF4, "NF4", {32, 20}, &kNf4Kernels},
                                                {Dtype::MXFP4, "MXFP4", {32, 17}, &kMxfp4Kernels}}};

const FormatFacts& factsOf(Dtype format) { return kFormats[static_cast<std::size_t>(format)]; }

}  // namespace

NumberBlock blockOf(Dtype format) { return factsOf(format).block; }

std::size_t bytesOf(Dtype format, std::size_t count) {
  const NumberBlock block = blockOf(format);
  assert(count % block.numbers == 0);
  return count / block.numbers * block.bytes;
}

std::string_view nameOf(Dtype format) { return factsOf(format).name; }

std::optional<Dtype> dtypeOf(std::string_view name) {
  for (const FormatFacts& facts : kFormats)
    if (facts.name == name && facts.block.numbers == 1) return facts.format;
  return {};
}

bool isFloating(Dtype format) { return kernelsOf(format).unpack != nullptr; }

const NumberKernels& kernelsOf(Dtype format) { return *factsOf(format).kernels; }

float roundToBfloat16(float value) {
  if (std::isnan(value)) return value;
  const auto bits = std::bit_cast<std::uint32_t>(value);
  return std::bit_cast<float>((bits + 0x7fffu + ((bits >> 16) & 1u)) & 0xffff0000u);
}

void toFloats(Dtype format, std::span<const std::byte> bytes, std::span<float> out) {
  assert(isFloating(format) && bytes.size() == bytesOf(format, out.size()));
  kernelsOf(format).unpack(bytes.data(), out.data(), static_cast<Index>(out.size()));
}

}  // namespace headlight
