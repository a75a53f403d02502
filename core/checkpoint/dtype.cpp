#include "core/checkpoint/dtype.h"

#include <array>
#include <cassert>
#include <cmath>

#include "core/checkpoint/blocks/avx2_kernels.h"
#include "core/checkpoint/blocks/block_kernels.h"
#include "core/checkpoint/blocks/vnni_kernels.h"
#include "core/checkpoint/number_kernels.h"

namespace headlight {
namespace {

struct FormatFacts {
  Dtype format;
  std::string_view name;
  NumberBlock block;
  const NumberKernels* kernels = nullptr;
  int bfloat16Parts = 3;
};

constexpr NumberKernels kNone{};

/// One row for each format, in the order of the enumeration: all that the program knows of it.
constexpr std::array<FormatFacts, kDtypes> kFormats{{{Dtype::F64, "F64", {1, 8}, &kDoubleKernels},
                                                     {Dtype::F32, "F32", {1, 4}, &kFloatKernels},
                                                     {Dtype::F16, "F16", {1, 2}, &kHalfKernels, 2},
                                                     {Dtype::BF16, "BF16", {1, 2}, &kBfloat16Kernels, 1},
                                                     {Dtype::I64, "I64", {1, 8}, &kNone},
                                                     {Dtype::I32, "I32", {1, 4}, &kNone},
                                                     {Dtype::I16, "I16", {1, 2}, &kNone},
                                                     {Dtype::I8, "I8", {1, 1}, &kNone},
                                                     {Dtype::U64, "U64", {1, 8}, &kNone},
                                                     {Dtype::U32, "U32", {1, 4}, &kNone},
                                                     {Dtype::U16, "U16", {1, 2}, &kNone},
                                                     {Dtype::U8, "U8", {1, 1}, &kNone},
                                                     {Dtype::Bool, "BOOL", {1, 1}, &kNone},
                                                     {Dtype::Q8_0, "Q8_0", {32, 34}, &blocks::kQ8_0},
                                                     {Dtype::Q4_0, "Q4_0", {32, 18}, &blocks::kQ4_0, 2},
                                                     {Dtype::Q4_1, "Q4_1", {32, 20}, &blocks::kQ4_1},
                                                     {Dtype::Q5_0, "Q5_0", {32, 22}, &blocks::kQ5_0, 2},
                                                     {Dtype::Q5_1, "Q5_1", {32, 24}, &blocks::kQ5_1},
                                                     {Dtype::Q1_0, "Q1_0", {128, 18}, &blocks::kQ1_0, 2},
                                                     {Dtype::Q2_0, "Q2_0", {64, 18}, &blocks::kQ2_0, 2},
                                                     {Dtype::IQ4_NL, "IQ4_NL", {32, 18}, &blocks::kIq4Nl},
                                                     {Dtype::MXFP4, "MXFP4", {32, 17}, &blocks::kMxfp4, 1},
                                                     {Dtype::NVFP4, "NVFP4", {64, 36}, &blocks::kNvfp4, 1},
                                                     {Dtype::Q2_K, "Q2_K", {256, 84}, &blocks::kQ2K},
                                                     {Dtype::Q3_K, "Q3_K", {256, 110}, &blocks::kQ3K},
                                                     {Dtype::Q4_K, "Q4_K", {256, 144}, &blocks::kQ4K},
                                                     {Dtype::Q5_K, "Q5_K", {256, 176}, &blocks::kQ5K},
                                                     {Dtype::Q6_K, "Q6_K", {256, 210}, &blocks::kQ6K},
                                                     {Dtype::IQ4_XS, "IQ4_XS", {256, 136}, &blocks::kIq4Xs},
                                                     {Dtype::TQ1_0, "TQ1_0", {256, 54}, &blocks::kTq1_0, 2},
                                                     {Dtype::TQ2_0, "TQ2_0", {256, 66}, &blocks::kTq2_0, 2},
                                                     {Dtype::IQ2_XXS, "IQ2_XXS", {256, 66}, &blocks::kIq2Xxs},
                                                     {Dtype::IQ2_XS, "IQ2_XS", {256, 74}, &blocks::kIq2Xs},
                                                     {Dtype::IQ2_S, "IQ2_S", {256, 82}, &blocks::kIq2S},
                                                     {Dtype::IQ3_XXS, "IQ3_XXS", {256, 98}, &blocks::kIq3Xxs},
                                                     {Dtype::IQ3_S, "IQ3_S", {256, 110}, &blocks::kIq3S},
                                                     {Dtype::IQ1_S, "IQ1_S", {256, 50}, &blocks::kIq1S},
                                                     {Dtype::IQ1_M, "IQ1_M", {256, 56}, &blocks::kIq1M},
                                                     {Dtype::F8_E4M3, "F8_E4M3", {1, 1}, &kE4m3Kernels},
                                                     {Dtype::F8_E5M2, "F8_E5M2", {1, 1}, &kE5m2Kernels},
                                                     {Dtype::F8_E8M0, "F8_E8M0", {1, 1}, &kE8m0Kernels},
                                                     {Dtype::INT8, "INT8", {32, 38}, &blocks::kInt8},
                                                     {Dtype::INT4, "INT4", {32, 22}, &blocks::kInt4},
                                                     {Dtype::FP8, "FP8", {32, 36}, &blocks::kFp8},
                                                     {Dtype::NF4, "NF4", {32, 20}, &blocks::kNf4}}};

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

int bfloat16PartsOf(Dtype format) { return factsOf(format).bfloat16Parts; }

bool isFloating(Dtype format) { return kernelsOf(format).unpack != nullptr; }

const NumberKernels& portableKernelsOf(Dtype format) { return *factsOf(format).kernels; }

const NumberKernels& kernelsOf(Dtype format) {
  static const auto chosen = [] {
    std::array<NumberKernels, kDtypes> all;
    for (const FormatFacts& facts : kFormats) {
      NumberKernels& kernels = all[static_cast<std::size_t>(facts.format)] = *facts.kernels;
      for (const NumberKernels& quicker : {blocks::avx2Kernels(facts.format), blocks::vnniKernels(facts.format)}) {
        if (quicker.unpack) kernels.unpack = quicker.unpack;
        if (quicker.unpackCodes) kernels.unpackCodes = quicker.unpackCodes;
        if (quicker.unpackWhole) {
          kernels.unpackWhole = quicker.unpackWhole;
          kernels.wholeParts = quicker.wholeParts;
        }
        if (quicker.multiply) kernels.multiply = quicker.multiply;
      }
    }
    return all;
  }();
  return chosen[static_cast<std::size_t>(format)];
}

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
