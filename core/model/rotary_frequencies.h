#pragma once

#include "core/model/architecture.h"
#include "core/ops/rotary.h"

namespace headlight {

/// Radians by which each pair of numbers turns from one token to the next, in a run over `positions` tokens.
Eigen::ArrayXd rotaryFrequencies(const RotarySpec& part, Index positions);

/// Cosines and sines of `part` for a run over `positions` tokens; some scalings depend on that number. `coordinates`
/// are those of its axes, [positions, axes], where they are others than the tokens' numbers.
RotaryTable rotaryTable(const RotarySpec& part, Index positions, Index first = 0, const Matrix* coordinates = nullptr);

/// Whether a text of `positions` tokens and one of `others` are turned alike: some embeddings stretch their waves with
/// the length.
bool turnAlike(const RotarySpec& part, Index positions, Index others);

}  // namespace headlight
