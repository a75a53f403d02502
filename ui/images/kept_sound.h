#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/reading/input.h"

namespace headlight {

/// A sound to read, never null, and the copy of it that a session keeps.
struct KeptSound : SoundInput {
  std::shared_ptr<const std::string> copy;  ///< A WAV file of one channel. Never null.
  bool lesser = false;                      ///< The copy has fewer samples a second, or only the beginning.

  bool operator==(const KeptSound& other) const { return SoundInput::operator==(other) && lesser == other.lesser; }
};

/// Reads a file; throws Error like readSound.
KeptSound openSound(const std::filesystem::path& file);
/// The sound of a session's copy, which is its sound from then on; throws Error for what is none. `place` names it in
/// messages.
KeptSound soundFromCopy(const std::string& path, std::string copy, bool lesser, const std::string& place);

/// Whether a file holds a sound, or is called like one: openSound() says what is wrong with it.
bool isSoundFile(const std::filesystem::path& file);

/// A copy with every sample is kept up to this size.
inline constexpr std::size_t kMostSoundCopyBytes = 2 << 20;
/// Of a lesser copy: 16-bit samples a second, and seconds.
inline constexpr double kLesserRate = 16000, kLesserSeconds = 60;

}  // namespace headlight
