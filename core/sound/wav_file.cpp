#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/sound/wav.h"

namespace headlight {
namespace {

constexpr std::uintmax_t kMostWavBytes = std::uintmax_t{1} << 31;

/// A number of a few bytes, the lowest first.
std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i)
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

struct WavFormat {
  std::uint64_t kind = 0, channels = 0, rate = 0, bits = 0;
};

class WavReader {
 public:
  WavReader(std::string name, std::string_view bytes) : m_name(std::move(name)), m_bytes(bytes) {}

  Sound read() {
    if (m_bytes.size() < 12 || m_bytes.substr(0, 4) != "RIFF" || m_bytes.substr(8, 4) != "WAVE") refuseKind();
    std::optional<WavFormat> format;
    for (std::size_t at = 12; at + 8 <= m_bytes.size();) {
      const std::string_view id = m_bytes.substr(at, 4);
      const std::size_t said = numberAt(m_bytes, at + 4, 4), room = m_bytes.size() - at - 8;
      if (id == "fmt ") {
        if (said > room || said < 16)
          refuse("a format chunk of 16 bytes or more", std::to_string(std::min(said, room)));
        format = formatAt(at + 8, said);
      } else if (id == "data") {
        if (!format) refuse("a format chunk before the samples", "none");
        // Who writes while recording leaves 0 or the most there can be.
        const std::size_t size = said == 0 || said == 0xFFFFFFFF ? room : said;
        if (size > room)
          refuse(std::to_string(size) + " bytes of samples", std::to_string(room) + "; the file was cut off");
        return samples(*format, m_bytes.substr(at + 8, size));
      }
      at += 8 + said + said % 2;
    }
    refuse("samples", "none");
  }

 private:
  [[noreturn]] void refuse(const std::string& expected, const std::string& found) const {
    throw Error("sound '" + m_name + "': expected " + expected + ", found " + found);
  }
  [[noreturn]] void refuseKind() const {
    static constexpr std::pair<std::string_view, std::string_view> kOthers[] = {
        {"fLaC", "FLAC"},
        {"OggS", "Ogg"},
        {"ID3", "MP3"},
        {"\xFF\xFB", "MP3"},
        {"\xFF\xF3", "MP3"},
        {"FORM", "AIFF"},
        {"RF64", "a WAV file of more than 4 GiB"}};
    std::string found = m_bytes.empty() ? "an empty file" : "another file";
    for (const auto& [begin, kind] : kOthers)
      if (m_bytes.starts_with(begin)) found = kind;
    refuse("a WAV file", found + "; ffmpeg -i FILE sound.wav makes one of most sounds");
  }

  WavFormat formatAt(std::size_t at, std::size_t size) const {
    WavFormat format{numberAt(m_bytes, at, 2), numberAt(m_bytes, at + 2, 2), numberAt(m_bytes, at + 4, 4),
                     numberAt(m_bytes, at + 14, 2)};
    // An extensible format says its kind in the first bytes of a longer name.
    if (format.kind == 0xFFFE && size >= 26) format.kind = numberAt(m_bytes, at + 24, 2);
    const bool whole =
        format.kind == 1 && (format.bits == 8 || format.bits == 16 || format.bits == 24 || format.bits == 32);
    const bool real = format.kind == 3 && (format.bits == 32 || format.bits == 64);
    if (!whole && !real)
      refuse("samples of 8, 16, 24 or 32 bits, or floats",
             "format " + std::to_string(format.kind) + " of " + std::to_string(format.bits) + " bits");
    if (format.channels < 1 || format.channels > 256) refuse("1 to 256 channels", std::to_string(format.channels));
    if (format.rate < 100 || format.rate > 10'000'000)
      refuse("100 to 10000000 samples a second", std::to_string(format.rate));
    return format;
  }

  Sound samples(const WavFormat& format, std::string_view data) const {
    const std::size_t each = format.bits / 8, frame = each * format.channels;
    Sound sound;
    sound.rate = static_cast<double>(format.rate);
    sound.channels = static_cast<int>(format.channels);
    sound.samples.reserve(data.size() / frame);
    for (std::size_t at = 0; at + frame <= data.size(); at += frame) {
      double sum = 0;
      for (std::size_t channel = 0; channel < format.channels; ++channel)
        sum += sampleAt(format, data, at + channel * each);
      const double mean = sum / static_cast<double>(format.channels);
      if (!(std::abs(mean) <= static_cast<double>(std::numeric_limits<float>::max())))
        refuse("finite samples", "NaN or infinity, or one beyond single precision");
      sound.samples.push_back(static_cast<float>(mean));
    }
    if (sound.samples.empty()) refuse("at least one sample", "none");
    return sound;
  }

  static double sampleAt(const WavFormat& format, std::string_view data, std::size_t at) {
    if (format.kind == 3 && format.bits == 32) {
      float value = 0;
      std::memcpy(&value, data.data() + at, sizeof value);
      return static_cast<double>(value);
    }
    if (format.kind == 3) {
      double value = 0;
      std::memcpy(&value, data.data() + at, sizeof value);
      return value;
    }
    const std::uint64_t raw = numberAt(data, at, format.bits / 8);
    if (format.bits == 8) return (static_cast<double>(raw) - 128) / 128;  // The only ones without a sign.
    const double half = std::exp2(static_cast<double>(format.bits - 1));
    const auto value = static_cast<double>(raw);
    return (value >= half ? value - 2 * half : value) / half;
  }

  std::string m_name;
  std::string_view m_bytes;
};

}  // namespace

Sound readWav(const std::filesystem::path& file) {
  if (!isThere(file)) throw Error("sound '" + file.string() + "': file not found");
  return soundIn(readFile(file, kMostWavBytes), file.string());
}

Sound soundIn(std::string_view bytes, const std::string& name) { return WavReader(name, bytes).read(); }

std::string wavOf(const Sound& sound) {
  constexpr float kSteps = 32768;
  const bool whole = std::all_of(sound.samples.begin(), sound.samples.end(), [](float sample) {
    return sample >= -1 && sample * kSteps < kSteps && sample * kSteps == std::nearbyint(sample * kSteps);
  });
  const std::uint32_t each = whole ? 2 : 4, rate = static_cast<std::uint32_t>(std::lround(sound.rate));
  const auto size = static_cast<std::uint32_t>(sound.samples.size() * each);
  std::string out;
  const auto add = [&out](std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  };
  out += "RIFF";
  add(36 + size, 4);
  out += "WAVEfmt ";
  add(16, 4);
  add(whole ? 1 : 3, 2);
  add(1, 2);
  add(rate, 4);
  add(rate * each, 4);
  add(each, 2);
  add(8 * each, 2);
  out += "data";
  add(size, 4);
  for (const float sample : sound.samples) {
    std::uint32_t bits = 0;
    if (whole)
      bits = static_cast<std::uint32_t>(static_cast<std::int32_t>(sample * kSteps));
    else
      std::memcpy(&bits, &sample, sizeof bits);
    add(bits, static_cast<int>(each));
  }
  return out;
}

}  // namespace headlight
