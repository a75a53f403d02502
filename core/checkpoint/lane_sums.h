#pragma once

#include "core/base/index.h"

namespace headlight {

/// Sums are kept in as many lanes on every processor, so that all add in the same order, and in groups side by side, so
/// that an addition need not wait for the one before.
inline constexpr Index kLanes = 16, kGroups = 4;

inline __attribute__((always_inline)) float sumOf(float (&sums)[kGroups][kLanes]) {
  for (Index l = 0; l < kLanes; ++l) sums[0][l] = (sums[0][l] + sums[1][l]) + (sums[2][l] + sums[3][l]);
  for (Index half = kLanes / 2; half > 0; half /= 2)
    for (Index l = 0; l < half; ++l) sums[0][l] += sums[0][l + half];
  return sums[0][0];
}

}  // namespace headlight
