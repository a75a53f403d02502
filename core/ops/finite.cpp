#include "core/ops/finite.h"

#include <bit>
#include <cstdint>

#include "core/base/vectorised.h"

namespace headlight {
namespace {

HEADLIGHT_VECTORISED bool allFinite(const float* numbers, Index count) {
  constexpr std::uint32_t kExponent = 0x7f800000;  // All ones in it is infinity or NaN.
  std::uint32_t found = 0;
  for (Index i = 0; i < count; ++i)
    found |= (std::bit_cast<std::uint32_t>(numbers[i]) & kExponent) == kExponent ? 1U : 0U;
  return found == 0;
}

}  // namespace

std::optional<Index> firstNotFinite(MatrixView numbers) {
  for (Index i = 0; i < numbers.rows(); ++i)
    if (!allFinite(numbers.row(i).data(), numbers.cols())) return i;
  return std::nullopt;
}

}  // namespace headlight
