#include "ui/figures/heatmap/key_labels.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/figure_frame.h"

namespace headlight {

KeyLabels turnedKeyLabels(double angle, double size, double full, double cell, LabelRoom room) {
  const double sine = std::sin(radians(angle)), cosine = std::cos(radians(angle)), line = kLabelPitch * size;
  KeyLabels keys{-angle, size, 0, std::min(full, (room.above - line * cosine) / sine), 1};
  if (cosine > 1e-6) keys.longest = std::min(keys.longest, (room.beyond + cell / 2) / cosine);
  keys.longest = std::max(keys.longest, 2 * size);
  keys.height = keys.longest * sine + line * cosine;
  keys.beyond = std::max(0.0, keys.longest * cosine + line * sine / 2 - cell / 2);
  return keys;
}

KeyLabels chooseKeyLabels(const std::vector<QString>& labels, double cell, LabelRoom room, double size, double least,
                          const TextMetrics& metrics) {
  constexpr double kSlanted = 45, kSteep = 60, kUpright = 90;
  const double full = metrics.widest(labels, size);
  for (double s = size; s >= std::max(least, size - 2); --s)
    if (const double wide = s == size ? full : metrics.widest(labels, s); wide + 8 <= cell)
      return {0, s, metrics.height(s), wide, 1};
  if (cell >= kFlatCell * size) return {0, size, metrics.height(size), cell - 8, 1};
  const auto apart = [cell](double s, double angle) { return cell * std::sin(radians(angle)) >= kLabelPitch * s; };
  const KeyLabels steep = turnedKeyLabels(kSteep, size, full, cell, room);
  const KeyLabels slanted = turnedKeyLabels(kSlanted, size, full, cell, room);
  if (apart(size, kSlanted) && slanted.longest >= std::min(full, steep.longest)) return slanted;
  for (double s = size; s >= least; --s)
    if (apart(s, kSteep)) return turnedKeyLabels(kSteep, s, metrics.widest(labels, s), cell, room);
  const double shortest = metrics.widest(labels, least);
  if (apart(least, kUpright)) return turnedKeyLabels(kUpright, least, shortest, cell, room);
  KeyLabels thinned = turnedKeyLabels(kSteep, least, shortest, cell, room);
  thinned.stride = static_cast<int>(std::ceil(kLabelPitch * least / std::sin(radians(kSteep)) / std::max(cell, 1e-6)));
  return thinned;
}

}  // namespace headlight
