#include <cmath>

#include "core/model/model.h"
#include "core/model/sound_reader.h"
#include "core/sound/sound_preparation.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

/// `input` is how many samples a sound has and how many a second, and in the lines behind it a
/// preprocessor_config.json.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  static const auto whisper =
      Model::open(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/multimodal/whisper");
  const auto [numbers, settings] = fuzz::numbersBefore(input, {{0, 60000}, {100, 10'000'000}});
  folder.write("preprocessor_config.json", settings);
  Sound sound;
  sound.rate = static_cast<double>(numbers[1]);
  for (Index i = 0; i < numbers[0]; ++i) sound.samples.push_back(std::sin(static_cast<float>(i * i % 997)));
  return fuzz::messageOf([&] {
    const SoundPreparation preparation = SoundPreparation::open(folder.path());
    std::vector<std::string> remarks;
    const Matrix values = preparation.prepared(sound, remarks);
    fuzz::require(values.allFinite(), "prepared values are finite");
    fuzz::require(preparation.kind != SoundPreparation::Kind::Waveform ||
                      (values.rows() == 1 && values.cols() == samplesAt(sound, preparation.rate)),
                  "a waveform has its samples");
    fuzz::require(preparation.kind == SoundPreparation::Kind::Waveform || values.rows() == preparation.bands,
                  "a spectrogram has its bands");
    fuzz::messageOf([&] { whisper->run(SoundReader(preparation, *whisper).encode(sound, remarks)); });
  });
}

std::vector<std::string> seeds() {
  return {"9000 8000\n" + fuzz::sourceFile("tests/data/multimodal/whisper/preprocessor_config.json"),
          R"(16000 44100
{"feature_extractor_type": "WhisperFeatureExtractor", "feature_size": 80, "hop_length": 160, "chunk_length": 2,
 "n_fft": 400, "sampling_rate": 16000})",
          R"(3000 16000
{"feature_extractor_type": "Wav2Vec2FeatureExtractor", "feature_size": 1, "do_normalize": true,
 "sampling_rate": 16000})",
          R"(4000 22050
{"feature_extractor_type": "ASTFeatureExtractor", "num_mel_bins": 32, "max_length": 96, "do_normalize": true,
 "mean": -4.27, "std": 4.57, "sampling_rate": 16000})",
          "500 16000\n{}"};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(sound_preparation)
