#pragma once

#include <QString>
#include <numbers>
#include <vector>

#include "ui/figures/text_metrics.h"

namespace headlight {

/// How the labels along the top of a heatmap are set.
struct KeyLabels {
  double angle = 0, size = 0, height = 0, longest = 0;
  int stride = 1;     ///< Every n-th label has room.
  double beyond = 0;  ///< How far they reach beyond the last column.
};

/// What turned labels have for themselves: above the map, and to the right of its last column.
struct LabelRoom {
  double above = 0, beyond = 0;
};

constexpr double radians(double degrees) { return degrees * std::numbers::pi / 180; }

/// In so many text sizes long labels are elided rather than turned.
inline constexpr double kFlatCell = 7;

/// Labels turned by `angle` degrees over columns of width `cell` that are `full` long, or as long as the room allows.
KeyLabels turnedKeyLabels(double angle, double size, double full, double cell, LabelRoom room);

/// Flat where every label fits above its column of width `cell`, else turned by 45°, else by 60°, else smaller down to
/// `least`, else upright, else every n-th.
KeyLabels chooseKeyLabels(const std::vector<QString>& labels, double cell, LabelRoom room, double size, double least,
                          const TextMetrics& metrics);

}  // namespace headlight
