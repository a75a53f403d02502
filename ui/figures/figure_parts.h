#pragma once

#include <QRectF>
#include <algorithm>
#include <vector>

#include "ui/figures/figure.h"

namespace headlight {

/// A figure within another one.
struct FigurePart {
  Figure* figure = nullptr;
  QSizeF size;
};

/// What Figure::ready() and its kin come to for several figures in one picture.
inline double readyOf(const std::vector<FigurePart>& parts) {
  double there = 0;
  for (const FigurePart& part : parts) there += part.figure->ready(part.size);
  return parts.empty() ? 1 : std::min(1.0, there / static_cast<double>(parts.size()));
}
/// Prepares the first one that is not ready.
inline void prepareOne(const std::vector<FigurePart>& parts, const Progress& progress) {
  for (const FigurePart& part : parts)
    if (part.figure->ready(part.size) < 1) return part.figure->prepare(part.size, progress);
}
inline bool allHaveWords(const std::vector<FigurePart>& parts) {
  return std::all_of(parts.begin(), parts.end(), [](const FigurePart& part) { return part.figure->hasWords(); });
}
inline void prepareAllWords(const std::vector<FigurePart>& parts, const Progress& progress) {
  const auto count = static_cast<double>(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i)
    parts[i].figure->prepareWords(progress.slice(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
}

}  // namespace headlight
