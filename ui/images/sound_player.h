#pragma once

#include "core/sound/sound.h"

namespace headlight {

/// Has the desktop's player play a sound from a second on: what is left of it is a WAV file that goes when the program
/// ends. False where nothing is left of it, no file can be written or no program takes it.
bool playFrom(const Sound& sound, double second);

}  // namespace headlight
