#pragma once

#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {

struct PixelInput;

/// What the convolutions of a speech model make of a sound [channels, length]: [frames, width]. Throws Error for a
/// sound of another length than it must have, or too short for one frame.
Matrix soundFrames(const SoundSpec& part, const SoundWeights& weights, const PixelInput& sound);

/// How many frames a sound of that length has; 0 for one that is too short.
Index framesOf(const SoundSpec& part, Index length);

}  // namespace headlight
