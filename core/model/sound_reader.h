#pragma once

#include <string>
#include <vector>

#include "core/checkpoint/stored_tensor.h"
#include "core/image/seen_media.h"
#include "core/model/architecture.h"
#include "core/model/model.h"
#include "core/model/model_input.h"
#include "core/sound/sound_preparation.h"

namespace headlight {

/// Turns sounds into what a speech model reads; for sounds what a Tokenizer is for texts.
class SoundReader {
 public:
  /// `model` reads sounds by itself or in its encoder.
  SoundReader(SoundPreparation preparation, const Model& model);

  /// A sound of any length and rate; `remarks` get what was done to it. Throws Error for one that is too short.
  ModelInput encode(const Sound& sound, std::vector<std::string>& remarks) const;
  /// The prepared tensor of one sound (input_features or input_values) as the library's extractor gives it; throws
  /// Error for a shape that the model does not read.
  ModelInput encode(const TensorTable& prepared) const;
  /// What it gave as a picture of the sound, which lasts `seconds` (0: not known).
  HeardSound heard(const PixelInput& read, double seconds) const;

 private:
  ModelInput encode(Matrix values) const;

  SoundPreparation m_preparation;
  std::string m_name;
  EmbeddingSpec m_embedding;  ///< Of the stack that reads the sound.
};

}  // namespace headlight
