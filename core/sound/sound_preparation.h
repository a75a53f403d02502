#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/sound/sound.h"

namespace headlight {

/// How a sound is prepared for a model, as its preprocessor_config.json says.
struct SoundPreparation {
  enum class Kind {
    LogMel,     ///< A log-mel spectrogram [bands, frames] (Whisper).
    Waveform,   ///< The samples [1, samples] (wav2vec 2.0).
    FilterBank  ///< A spectrogram as Kaldi makes it, [bands, frames] (AST).
  };
  Kind kind = Kind::Waveform;
  std::string refusal;  ///< Why no sound can be prepared, prepared values apart; empty where one can.
  double rate = 16000;
  bool normalise = true;
  Index bands = 80;
  Index hop = 160, window = 400;     ///< Samples.
  Index samples = 480000;            ///< LogMel: the sound is filled up with zeros, or cut.
  Index frames = 1024;               ///< FilterBank: likewise.
  double mean = 0, deviation = 0.5;  ///< FilterBank: (x - mean) / (2 · deviation).

  /// Reads the settings in `folder`; keys that are missing have the values of the feature extractor that it names.
  /// Without settings, and for an extractor that is not known, it says so in `refusal`. Throws Error.
  static SoundPreparation open(const std::filesystem::path& folder);

  /// The sound as the model reads it. `remarks` get a sentence for each thing that was done to it: another rate,
  /// channels that were mixed, what was cut off. Throws Error for a sound that is too short.
  Matrix prepared(const Sound& sound, std::vector<std::string>& remarks) const;
  /// Seconds of one frame, or of one sample, of what it gives.
  double step() const { return (kind == Kind::Waveform ? 1 : static_cast<double>(hop)) / rate; }
};

}  // namespace headlight
