#include <sndfile.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/sound/sound.h"

namespace headlight {
namespace {

constexpr std::uintmax_t kMostSoundBytes = std::uintmax_t{1} << 31;
/// Three hours at 48 kHz, in 2 GiB: a few bytes of a packed file could come to any number of samples.
constexpr sf_count_t kMostSamples = sf_count_t{1} << 29;

/// The bytes of a file, as libsndfile reads them: from memory, so that a file that is cut off meanwhile does no harm.
struct Bytes {
  std::string_view all;
  sf_count_t at = 0;
};

sf_count_t lengthOf(void* user) { return static_cast<sf_count_t>(static_cast<Bytes*>(user)->all.size()); }
sf_count_t placeOf(void* user) { return static_cast<Bytes*>(user)->at; }

sf_count_t seekTo(sf_count_t offset, int from, void* user) {
  Bytes& bytes = *static_cast<Bytes*>(user);
  const sf_count_t start = from == SEEK_SET ? 0 : from == SEEK_CUR ? bytes.at : lengthOf(user);
  if (start + offset < 0 || start + offset > lengthOf(user)) return -1;
  return bytes.at = start + offset;
}

sf_count_t readSome(void* to, sf_count_t count, void* user) {
  Bytes& bytes = *static_cast<Bytes*>(user);
  const sf_count_t some = std::clamp<sf_count_t>(lengthOf(user) - bytes.at, 0, count);
  std::memcpy(to, bytes.all.data() + bytes.at, static_cast<std::size_t>(some));
  bytes.at += some;
  return some;
}

sf_count_t writeNone(const void*, sf_count_t, void*) { return 0; }

struct CloseSound {
  void operator()(SNDFILE* file) const { sf_close(file); }
};

bool isWav(std::string_view bytes) {
  return bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WAVE";
}

}  // namespace

Sound readSound(const std::filesystem::path& file) {
  const std::string name = file.string();
  const auto refuse = [&name](const std::string& expected, const std::string& found) {
    throw Error("sound '" + name + "': expected " + expected + ", found " + found);
  };
  if (!isThere(file)) throw Error("sound '" + name + "': file not found");
  const std::string content = readFile(file, kMostSoundBytes);
  if (isWav(content)) return readWav(file);
  if (content.empty()) refuse("a sound", "an empty file");
  Bytes bytes{content};
  SF_VIRTUAL_IO source{lengthOf, seekTo, readSome, writeNone, placeOf};
  SF_INFO info{};
  const std::unique_ptr<SNDFILE, CloseSound> opened(sf_open_virtual(&source, SFM_READ, &info, &bytes));
  if (!opened)
    refuse("a WAV, FLAC, Ogg or MP3 file", "another file; ffmpeg -i FILE sound.wav makes one of most sounds");
  if (info.channels < 1 || info.channels > 256) refuse("1 to 256 channels", std::to_string(info.channels));
  if (info.samplerate < 100 || info.samplerate > 10'000'000)
    refuse("100 to 10000000 samples a second", std::to_string(info.samplerate));
  Sound sound;
  sound.rate = info.samplerate;
  sound.channels = info.channels;
  const auto channels = static_cast<std::size_t>(info.channels);
  constexpr sf_count_t kBlock = 16'384;
  std::vector<float> block(static_cast<std::size_t>(kBlock) * channels);
  for (sf_count_t frames; (frames = sf_readf_float(opened.get(), block.data(), kBlock)) > 0;) {
    if (static_cast<sf_count_t>(sound.samples.size()) + frames > kMostSamples)
      refuse("at most " + std::to_string(kMostSamples) + " samples", "more");
    for (std::size_t frame = 0; frame < static_cast<std::size_t>(frames); ++frame) {
      double sum = 0;
      for (std::size_t channel = 0; channel < channels; ++channel)
        sum += static_cast<double>(block[frame * channels + channel]);
      const double mean = sum / static_cast<double>(channels);
      if (!std::isfinite(mean)) refuse("finite samples", "NaN or infinity");
      sound.samples.push_back(static_cast<float>(mean));
    }
  }
  const int error = sf_error(opened.get());
  if (error != SF_ERR_NO_ERROR) refuse("a whole file", std::string("one that breaks off: ") + sf_error_number(error));
  const auto said = info.frames > 0 && info.frames < SF_COUNT_MAX ? static_cast<std::size_t>(info.frames) : 0;
  if (sound.samples.empty()) refuse("at least one sample", "none");
  if (sound.samples.size() < said)
    refuse(std::to_string(said) + " samples", std::to_string(sound.samples.size()) + "; the file was cut off");
  return sound;
}

}  // namespace headlight
