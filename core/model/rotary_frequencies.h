#pragma once

#include "core/model/description.h"
#include "core/ops/rotary.h"

namespace headlight {

/// Cosines and sines of `part` for a run over `positions` tokens; some scalings depend on that number.
RotaryTable rotaryTable(const RotaryPart& part, Index positions);

}  // namespace headlight
