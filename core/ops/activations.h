#pragma once

#include <span>

#include "core/base/matrix.h"
#include "core/ops/activation.h"

namespace headlight {

/// Replaces each value by the activation of it.
void activate(Activation activation, std::span<float> values);
/// The same for each row of a block.
void activate(Activation activation, MatrixOut values);

/// xIELU (Huang and Schlag 2024): αp x² + βx above 0, αn (e^min(x, ε) - 1 - x) + βx elsewhere.
struct Xielu {
  float alphaPositive = 0.8F, alphaNegative = 0.8F, beta = 0.5F, epsilon = -1e-6F;

  /// Of the numbers that a model learns, which a softplus keeps positive.
  static Xielu ofParameters(float alphaPositive, float alphaNegative, float beta, float epsilon);
};
/// Replaces each value of each row by xIELU of it.
void activate(const Xielu& function, MatrixOut values);

/// Replaces each value by e to the power of (value + shift), exactly 0 where that is below the smallest normal number.
void expShifted(std::span<float> values, float shift);
/// Σ exp(value + shift).
double sumExpShifted(std::span<const float> values, float shift);
/// expShifted and the sum of what it made, in one pass.
double sumOfExpShifted(std::span<float> values, float shift);
/// The largest of the values, -infinity for none; for numbers that are not NaN.
float largestOf(std::span<const float> values);

}  // namespace headlight
