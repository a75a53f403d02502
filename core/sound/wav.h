#pragma once

#include <string>
#include <string_view>

#include "core/sound/sound.h"

namespace headlight {

/// What readWav() reads from a file, from its bytes, which messages call `name`.
Sound soundIn(std::string_view bytes, const std::string& name);

/// A WAV file of the samples in one channel, at a whole rate: 16 bits each where they are whole numbers of 2^-15, else
/// floats.
std::string wavOf(const Sound& sound);

}  // namespace headlight
