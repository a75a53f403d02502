#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/matrix.h"

namespace headlight {

/// The functions between the two halves of a feed-forward network, and in heads.
enum class Activation { Identity, Gelu, GeluTanh, QuickGelu, Relu, Relu2, Silu, Tanh, Sigmoid };

/// The activation that a config.json calls by that name; throws Error naming `where` for one that we do not know.
Activation activationOf(std::string_view name, const std::string& where);

/// Replaces each value by the activation of it.
void activate(Activation activation, std::span<float> values);
/// The same for each row of a block.
void activate(Activation activation, MatrixOut values);

/// Replaces each value by e to the power of (value + shift), exactly 0 where that is below the smallest normal number.
void expShifted(std::span<float> values, float shift);
/// Σ exp(value + shift).
double sumExpShifted(std::span<const float> values, float shift);

}  // namespace headlight
