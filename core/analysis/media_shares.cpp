#include "core/analysis/media_shares.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headlight {

bool coversPart(const ImagePlace& place) {
  return place.row >= 0 && place.box[2] > place.box[0] && place.box[3] > place.box[1];
}

std::vector<MediaPart> mediaParts(const std::vector<Token>& tokens, const SeenMedia* media,
                                  std::span<const Index> sinks) {
  const double end = media && media->sound ? media->sound->length : 0;
  std::vector<MediaPart> parts(tokens.size(), MediaPart::Beside);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (const SoundPlace* stretch = tokens[i].soundPlace())
      parts[i] = end > 0 && stretch->from >= end ? MediaPart::Behind : MediaPart::Media;
    else if (const ImagePlace* part = tokens[i].imagePlace(); part && coversPart(*part))
      parts[i] = MediaPart::Media;
  for (const Index sink : sinks) parts[static_cast<std::size_t>(sink)] = MediaPart::Sink;
  return parts;
}

MediaShares mediaShares(std::span<const float> weights, const std::vector<MediaPart>& parts, bool noToken) {
  assert(weights.size() == parts.size());
  MediaShares shares;
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto weight = static_cast<double>(weights[i]);
    if (!std::isfinite(weight)) continue;
    sum += weight;
    switch (parts[i]) {
      case MediaPart::Beside:
        shares.beside += weight;
        break;
      case MediaPart::Media:
        shares.media += weight;
        break;
      case MediaPart::Sink:
        shares.sinks += weight;
        break;
      case MediaPart::Behind:
        shares.behind += weight;
        break;
    }
  }
  if (noToken) shares.noToken = std::max(0.0, 1 - sum);
  return shares;
}

}  // namespace headlight
