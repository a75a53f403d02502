#include "ui/images/kept_sound.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/sound/wav.h"

namespace headlight {
namespace {

/// The beginning of a sound with fewer samples, each of 16 bits.
Sound lesserOf(const Sound& sound) {
  Sound out = sound;
  const double seconds = std::min(sound.seconds(), kLesserSeconds);
  out.samples.resize(std::min(out.samples.size(), static_cast<std::size_t>(seconds * sound.rate)));
  if (out.rate > kLesserRate) out = resampled(out, kLesserRate);
  for (float& sample : out.samples) sample = std::clamp(std::round(sample * 32768) / 32768, -1.0F, 32767.0F / 32768);
  return out;
}

}  // namespace

KeptSound openSound(const std::filesystem::path& file) {
  KeptSound input{{file.string(), std::make_shared<const Sound>(readSound(file))}, {}, false};
  std::string copy = input.sound->samples.size() * sizeof(float) <= 2 * kMostSoundCopyBytes ? wavOf(*input.sound) : "";
  if (copy.empty() || copy.size() > kMostSoundCopyBytes) {
    copy = wavOf(lesserOf(*input.sound));
    input.lesser = true;
  }
  input.copy = std::make_shared<const std::string>(std::move(copy));
  return input;
}

KeptSound soundFromCopy(const std::string& path, std::string copy, bool lesser, const std::string& place) {
  auto sound = std::make_shared<const Sound>(soundIn(copy, place));
  return {{path, std::move(sound)}, std::make_shared<const std::string>(std::move(copy)), lesser};
}

bool isSoundFile(const std::filesystem::path& file) {
  static constexpr std::array<std::string_view, 7> kNames = {".wav", ".wave", ".flac", ".ogg", ".opus", ".mp3", ".m4a"};
  std::string end = file.extension().string();
  std::transform(end.begin(), end.end(), end.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  QFile opened(QString::fromStdString(file.string()));
  if (!opened.open(QIODevice::ReadOnly)) return false;
  const QByteArray begin = opened.read(12);
  return std::find(kNames.begin(), kNames.end(), end) != kNames.end() ||
         (begin.startsWith("RIFF") && begin.endsWith("WAVE"));
}

}  // namespace headlight
