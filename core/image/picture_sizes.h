#pragma once

#include <optional>
#include <vector>

#include "core/image/image_preparation.h"

namespace headlight {

// How large the image processors of models make a picture.

/// The canvas that keeps most of a picture's pixels, and of those with as many the one that wastes least.
PixelSize bestCanvas(PixelSize picture, const std::vector<PixelSize>& canvases);
/// The largest size of the picture's shape in a canvas, the other side rounded up.
PixelSize fittedInto(PixelSize picture, PixelSize canvas);
/// The longer side as long as `edge`, the other in proportion, made even.
PixelSize longestSide(PixelSize picture, Index edge);
/// Both sides rounded up to whole tiles.
PixelSize wholeTiles(PixelSize picture, Index tile);
/// Multiples of `factor` as near to the picture as they can be between so many pixels. Throws Error for a picture more
/// than 200 times as long as wide.
PixelSize smartSize(PixelSize picture, Index factor, Index least, Index most);
/// Multiples of `patch`, at most so many patches.
PixelSize sizeOfPatches(PixelSize picture, Index patch, Index most);
/// The rows and columns, [begin, end) each, of a grid of features of a canvas that the picture itself covers.
Rect unpadded(PixelSize picture, Index rows, Index cols);

/// The size of a picture whose shorter side becomes `edge`, and shorter where the other one would become longer than
/// `longest`, as the reference library rounds them.
PixelSize sizeByEdges(PixelSize picture, Index edge, std::optional<Index> longest);

}  // namespace headlight
