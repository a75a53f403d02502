#include <algorithm>
#include <cmath>

#include "core/sound/sound.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  return fuzz::messageOf([&] {
    const Sound sound = readWav(folder.write("sound.wav", input));
    fuzz::require(!sound.samples.empty() && sound.channels > 0, "a sound has samples");
    for (const double rate : {sound.rate, 16000.0, 11025.0}) {
      const Sound other = resampled(sound, rate, 4000);
      fuzz::require(static_cast<Index>(other.samples.size()) == std::min<Index>(samplesAt(sound, rate), 4000),
                    "a sound has the samples that it says");
      fuzz::require(std::all_of(other.samples.begin(), other.samples.end(), [](float x) { return std::isfinite(x); }),
                    "samples are finite");
    }
  });
}

std::string bytesOf(std::size_t value, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

/// A chunk of a file: its name, its length and itself.
std::string chunk(const std::string& name, const std::string& content) {
  return name + bytesOf(content.size(), 4) + content + std::string(content.size() % 2, '\0');
}

std::string wav(std::size_t kind, std::size_t channels, std::size_t rate, std::size_t bits, const std::string& more) {
  std::string samples;
  for (std::size_t i = 0; i < 96; ++i) samples += static_cast<char>(i * 37 % 61);
  const std::size_t frame = channels * bits / 8;
  const std::string format = bytesOf(kind, 2) + bytesOf(channels, 2) + bytesOf(rate, 4) + bytesOf(rate * frame, 4) +
                             bytesOf(frame, 2) + bytesOf(bits, 2) + more;
  return chunk("RIFF", "WAVE" + chunk("fmt ", format) + chunk("LIST", "INFO ") + chunk("data", samples));
}

std::vector<std::string> seeds() {
  const std::string extensible = bytesOf(22, 2) + bytesOf(16, 2) + bytesOf(3, 4) + bytesOf(1, 2) +
                                 std::string("\0\0\0\0\x10\0\x80\0\0\xAA\0\x38\x9B\x71", 14);
  return {wav(1, 1, 16000, 16, ""),
          wav(1, 2, 44100, 24, ""),
          wav(3, 1, 8000, 32, ""),
          wav(3, 2, 48000, 64, ""),
          wav(1, 1, 11025, 8, ""),
          wav(1, 3, 100, 32, ""),
          wav(0xFFFE, 2, 16000, 16, extensible)};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(wav)
