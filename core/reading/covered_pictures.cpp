#include "core/reading/covered_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/image/blur.h"
#include "core/image/pixel_input.h"
#include "core/intervention/token_set.h"

namespace headlight {
namespace {

using Colour = std::array<std::uint8_t, 3>;

std::uint8_t byteOf(double value) { return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L)); }

Colour meanOf(const RgbImage& image) {
  std::array<double, 3> sums{};
  for (std::size_t i = 0; i < image.bytes.size(); ++i) sums[i % 3] += image.bytes[i];
  const auto pixels = static_cast<double>(std::max<std::size_t>(1, image.bytes.size() / 3));
  return {byteOf(sums[0] / pixels), byteOf(sums[1] / pixels), byteOf(sums[2] / pixels)};
}

/// What a model reads as 0.
Colour greyOf(const PixelInput& pixels) {
  Colour colour{};
  for (std::size_t c = 0; c < 3; ++c) colour[c] = byteOf(255 * static_cast<double>(pixels.mean[c]));
  return colour;
}

/// The pixels, from the first to the one behind the last, whose middles lie between two parts of a length.
std::pair<Index, Index> pixelsBetween(float from, float to, Index length) {
  const auto at = [length](float part) {
    const double place = std::ceil(static_cast<double>(part) * static_cast<double>(length) - 0.5);
    return static_cast<Index>(std::clamp(place, 0.0, static_cast<double>(length)));
  };
  return {at(from), at(to)};
}

PixelBox pixelsIn(const PictureBox& box, const RgbImage& image) {
  const auto [left, right] = pixelsBetween(box[0], box[2], image.width);
  const auto [top, bottom] = pixelsBetween(box[1], box[3], image.height);
  return {left, top, right, bottom};
}

/// Gives each pixel of a box the colour that `colourAt(y, x)` says, without transparency.
template <class ColourAt>
void paint(RgbImage& image, const PixelBox& box, ColourAt colourAt) {
  for (Index y = box.top; y < box.bottom; ++y)
    for (Index x = box.left; x < box.right; ++x) {
      const auto pixel = static_cast<std::size_t>(y * image.width + x);
      const auto first = colourAt(y, x);
      std::copy(first, first + 3, image.bytes.begin() + static_cast<std::ptrdiff_t>(3 * pixel));
      if (!image.alpha.empty()) image.alpha[pixel] = 255;
    }
}

/// Blurs a box of `given` into `image`.
void blur(const RgbImage& given, const PixelBox& box, RgbImage& image) {
  if (box.right <= box.left || box.bottom <= box.top) return;
  const RgbImage part = blurredPart(given, box, blurWidth(given.height, given.width));
  paint(image, box, [&](Index y, Index x) {
    return part.bytes.begin() + static_cast<std::ptrdiff_t>(3 * ((y - box.top) * part.width + x - box.left));
  });
}

}  // namespace

std::vector<ImagePlace> coveredParts(const OccludePatches& cover, const InputTokens& tokens) {
  const std::vector<Token>& text = tokens.read.encoding.tokens;
  const std::vector<bool> members = membersOf(cover.patches, text);
  std::vector<ImagePlace> parts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!members[i]) continue;
    const ImagePlace* place = text[i].imagePlace();
    if (!place || place->box == kNoBox)
      throw Error("intervention: cover: expected tokens that stand for a part of a picture, found token " +
                  std::to_string(i) + ", '" + text[i].text + "'");
    parts.push_back(*place);
  }
  return parts;
}

Input withCovered(Input input, const InputTokens& tokens, const std::vector<Intervention>& interventions) {
  std::vector<std::shared_ptr<RgbImage>> changed(input.pictures.size());
  for (const Intervention& intervention : interventions) {
    const auto* cover = std::get_if<OccludePatches>(&intervention);
    if (!cover) continue;
    std::vector<std::optional<Colour>> colours(changed.size());
    std::vector<std::optional<RgbImage>> opaque(changed.size());
    for (const ImagePlace& part : coveredParts(*cover, tokens)) {
      const auto at = static_cast<std::size_t>(part.image);
      if (at >= changed.size() || !input.pictures[at].image)
        throw Error("intervention: cover: expected a picture to cover, found prepared values");
      const RgbImage& given = *input.pictures[at].image;
      if (!changed[at]) changed[at] = std::make_shared<RgbImage>(given);
      const PixelBox box = pixelsIn(part.box, given);
      if (cover->by == OccludePatches::By::Blur) {
        if (!given.alpha.empty() && !opaque[at]) opaque[at] = overWhite(given);
        blur(opaque[at] ? *opaque[at] : given, box, *changed[at]);
        continue;
      }
      if (!colours[at])
        colours[at] = cover->by == OccludePatches::By::Mean ? meanOf(given) : greyOf(*tokens.read.media->pixels);
      paint(*changed[at], box, [&](Index, Index) { return colours[at]->begin(); });
    }
  }
  for (std::size_t i = 0; i < changed.size(); ++i)
    if (changed[i]) input.pictures[i].image = std::move(changed[i]);
  return input;
}

}  // namespace headlight
