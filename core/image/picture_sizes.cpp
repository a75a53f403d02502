#include "core/image/picture_sizes.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/error.h"

namespace headlight {
namespace {

double real(Index value) { return static_cast<double>(value); }
Index whole(double value) { return static_cast<Index>(value); }

}  // namespace

PixelSize bestCanvas(PixelSize picture, const std::vector<PixelSize>& canvases) {
  PixelSize best;
  Index most = 0, least = 0;
  for (const PixelSize& canvas : canvases) {
    const double scale = std::min(real(canvas.width) / real(picture.width), real(canvas.height) / real(picture.height));
    const Index inside = whole(real(picture.width) * scale) * whole(real(picture.height) * scale);
    const Index kept = std::min(inside, picture.width * picture.height), wasted = canvas.width * canvas.height - kept;
    if (best.height > 0 && (kept < most || (kept == most && wasted >= least))) continue;
    best = canvas;
    most = kept;
    least = wasted;
  }
  return best;
}

PixelSize fittedInto(PixelSize picture, PixelSize canvas) {
  const double across = real(canvas.width) / real(picture.width), down = real(canvas.height) / real(picture.height);
  if (across < down)
    return {std::clamp<Index>(whole(std::ceil(real(picture.height) * across)), 1, canvas.height), canvas.width};
  return {canvas.height, std::clamp<Index>(whole(std::ceil(real(picture.width) * down)), 1, canvas.width)};
}

PixelSize longestSide(PixelSize picture, Index edge) {
  constexpr Index kMost = 4096;
  const double shape = real(picture.width) / real(picture.height);
  const auto even = [](Index side) { return std::max<Index>(side + side % 2, 1); };
  PixelSize size = picture.width >= picture.height ? PixelSize{even(whole(real(edge) / shape)), edge}
                                                   : PixelSize{edge, even(whole(real(edge) * shape))};
  const double now = real(size.width) / real(size.height);
  if (size.width >= size.height && size.width > kMost)
    size = {std::max<Index>(whole(real(kMost) / now), 1), kMost};
  else if (size.height > size.width && size.height > kMost)
    size = {kMost, std::max<Index>(whole(real(kMost) * now), 1)};
  return size;
}

PixelSize wholeTiles(PixelSize picture, Index tile) {
  const auto up = [&](Index side) { return std::max<Index>((side + tile - 1) / tile, 1) * tile; };
  const double shape = real(picture.width) / real(picture.height);
  if (picture.width >= picture.height) {
    const Index width = up(picture.width);
    return {up(whole(real(width) / shape)), width};
  }
  const Index height = up(picture.height);
  return {height, up(whole(real(height) * shape))};
}

PixelSize smartSize(PixelSize picture, Index factor, Index least, Index most) {
  const double height = real(picture.height), width = real(picture.width), unit = real(factor);
  if (std::max(height, width) / std::min(height, width) > 200)
    throw Error("image: expected a picture at most 200 times as long as wide, found " + std::to_string(picture.width) +
                " x " + std::to_string(picture.height));
  // To the nearest even number where it lies between two, as Python rounds.
  PixelSize size{whole(std::nearbyint(height / unit)) * factor, whole(std::nearbyint(width / unit)) * factor};
  if (size.height * size.width > most) {
    const double shrink = std::sqrt(height * width / real(most));
    size = {std::max(factor, whole(std::floor(height / shrink / unit)) * factor),
            std::max(factor, whole(std::floor(width / shrink / unit)) * factor)};
  } else if (size.height * size.width < least) {
    const double grow = std::sqrt(real(least) / (height * width));
    size = {whole(std::ceil(height * grow / unit)) * factor, whole(std::ceil(width * grow / unit)) * factor};
  }
  return {std::max(size.height, factor), std::max(size.width, factor)};
}

PixelSize sizeOfPatches(PixelSize picture, Index patch, Index most) {
  constexpr double kNear = 1e-5;
  const auto scaled = [&](double scale, Index side) {
    return std::max(patch, whole(std::ceil(real(side) * scale / real(patch))) * patch);
  };
  double low = kNear / 10, high = 100;
  while (high - low >= kNear) {
    const double middle = (low + high) / 2;
    const Index patches = scaled(middle, picture.height) / patch * (scaled(middle, picture.width) / patch);
    (patches <= most ? low : high) = middle;
  }
  return {scaled(low, picture.height), scaled(low, picture.width)};
}

Rect unpadded(PixelSize picture, Index rows, Index cols) {
  const auto rounded = [](double value) { return whole(std::nearbyint(value * 1e7) / 1e7); };
  if (real(picture.width) / real(picture.height) > real(cols) / real(rows)) {
    const Index inside = rounded(real(picture.height) * (real(cols) / real(picture.width)));
    const Index left = (rows - inside) / 2;
    return {left, 0, rows - 2 * left, cols};
  }
  const Index inside = rounded(real(picture.width) * (real(rows) / real(picture.height)));
  const Index left = (cols - inside) / 2;
  return {0, left, rows, cols - 2 * left};
}

PixelSize sizeByEdges(PixelSize picture, Index edge, std::optional<Index> longest) {
  const Index shorter = std::max(Index{1}, std::min(picture.height, picture.width));
  const auto small = static_cast<double>(shorter), large = static_cast<double>(std::max(picture.height, picture.width));
  double exact = static_cast<double>(edge);
  if (longest && large / small * exact > static_cast<double>(*longest)) {
    exact = static_cast<double>(*longest) * small / large;
    edge = static_cast<Index>(std::nearbyint(exact));
    if (edge == shorter) return picture;
    const auto along = [&](Index side) {
      return side == shorter ? edge : static_cast<Index>(exact * static_cast<double>(side) / small);
    };
    return {along(picture.height), along(picture.width)};
  }
  const auto along = [&](Index side) { return side == shorter ? edge : edge * side / shorter; };
  return {along(picture.height), along(picture.width)};
}

}  // namespace headlight
