#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/sound/sound.h"

namespace headlight {

Index samplesAt(const Sound& sound, double rate) {
  const auto own = static_cast<Index>(sound.samples.size());
  if (sound.rate == rate || own == 0) return own;
  return std::max<Index>(1, static_cast<Index>(std::llround(static_cast<double>(own) / (sound.rate / rate))));
}

Sound resampled(const Sound& sound, double rate, Index most) {
  const Index count = std::min(samplesAt(sound, rate), most);
  if (sound.rate == rate || sound.samples.empty())
    return {sound.rate, {sound.samples.begin(), sound.samples.begin() + count}, sound.channels};
  constexpr double kCrossings = 16, pi = std::numbers::pi;
  // What both rates can hold goes through.
  const double step = sound.rate / rate, cut = std::min(1.0, 1 / step), reach = kCrossings / cut;
  const auto from = static_cast<Index>(sound.samples.size());
  Sound out;
  out.rate = rate;
  out.channels = sound.channels;
  out.samples.resize(static_cast<std::size_t>(count));
  for (Index i = 0; i < count; ++i) {
    const double centre = static_cast<double>(i) * step;
    const Index first = std::max<Index>(0, static_cast<Index>(std::ceil(centre - reach)));
    const Index last = std::min(from - 1, static_cast<Index>(std::floor(centre + reach)));
    double sum = 0, weights = 0;
    for (Index at = first; at <= last; ++at) {
      const double x = (static_cast<double>(at) - centre) * cut;
      const double sinc = x == 0 ? 1 : std::sin(pi * x) / (pi * x);
      const double weight = sinc * (0.5 + 0.5 * std::cos(pi * x / kCrossings));
      sum += weight * static_cast<double>(sound.samples[static_cast<std::size_t>(at)]);
      weights += weight;
    }
    out.samples[static_cast<std::size_t>(i)] = static_cast<float>(weights != 0 ? sum / weights : 0);
  }
  return out;
}

}  // namespace headlight
