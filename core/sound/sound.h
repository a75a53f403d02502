#pragma once

#include <filesystem>
#include <limits>
#include <vector>

#include "core/base/index.h"

namespace headlight {

/// A sound of one channel.
struct Sound {
  double rate = 16000;         ///< Samples of a second.
  std::vector<float> samples;  ///< -1 … 1.
  int channels = 1;            ///< Of the file, whose mean the samples are.
  double seconds() const { return static_cast<double>(samples.size()) / rate; }
  bool operator==(const Sound&) const = default;
};

/// Reads a WAV file: whole numbers of 8 to 32 bits or floats, any rate, any number of channels. Throws Error (what was
/// expected and found) for other files.
Sound readWav(const std::filesystem::path& file);

/// Reads a sound file: WAV as readWav does, and what libsndfile reads (FLAC, Ogg with Vorbis or Opus, MP3, AIFF …), of
/// any rate and any number of channels. Throws Error for other files and for one that was cut off.
Sound readSound(const std::filesystem::path& file);

/// How many samples a sound has at another number of them a second.
Index samplesAt(const Sound& sound, double rate);
/// The first `most` samples of the same sound with another number of them a second, through a sinc of 32 zero crossings
/// under a Hann window.
Sound resampled(const Sound& sound, double rate, Index most = std::numeric_limits<Index>::max());

}  // namespace headlight
