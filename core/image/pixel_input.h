#pragma once

#include <array>
#include <vector>

#include "core/base/matrix.h"
#include "core/base/place.h"
#include "core/image/rgb_image.h"

namespace headlight {

/// What a vision or speech model reads in place of tokens: prepared numbers, and how they are cut into patches.
///
/// The tokens of its Encoding are, for each tile, `firstPatch` learned ones ([CLS], in DeiT also [DIST], registers) and
/// then the patches, row by row. A sound is one line of frames: height 1, a channel for each of its numbers.
struct PixelInput {
  Index height = 0, width = 0;  ///< Of a tile.
  Index channels = 3;
  Matrix values;  ///< [tiles · channels, height · width]: red, green, blue, normalised; or as `cut` says.
  Index patchHeight = 1, patchWidth = 1;
  Index strideHeight = 0, strideWidth = 0;  ///< From patch to patch; 0: as large as a patch.
  Index firstPatch = 1;  ///< Number of the first patch's token.
  bool cut = false;      ///< Values are patches already, one a row, [patches, numbers].
  /// Rows and columns of patches of each picture, where they are cut; empty for the same of all tiles.
  std::vector<std::array<Index, 2>> grids = {};
  /// The tokens behind the last one of each window, inside which some layers look (Qwen2.5-VL); empty for none.
  std::vector<Index> windows = {};
  /// How values were made of parts of full brightness: (part - mean) / deviation; a picture is made back with them.
  std::array<float, 3> mean{}, deviation{1, 1, 1};

  Index tiles() const { return cut || channels == 0 ? 1 : values.rows() / channels; }
  Index rows() const { return count(height, patchHeight, strideHeight); }
  Index cols() const { return count(width, patchWidth, strideWidth); }
  /// Patches of a tile.
  Index patches() const { return cut ? values.rows() : rows() * cols(); }
  bool operator==(const PixelInput& other) const {
    return height == other.height && width == other.width && patchHeight == other.patchHeight &&
           patchWidth == other.patchWidth && cut == other.cut && grids == other.grids &&
           values.rows() == other.values.rows() && values.cols() == other.values.cols() && values == other.values;
  }

 private:
  static Index count(Index length, Index patch, Index stride) {
    return length < patch ? 0 : (length - patch) / (stride > 0 ? stride : patch) + 1;
  }
};

/// The values of a tile as a picture for people: normalisation taken back, and clipped to what can be shown.
RgbImage pictureOf(const PixelInput& pixels, Index tile = 0);

/// What the patches of all tiles hold, one a row: [tiles · patches, channels · patchHeight · patchWidth], in the order
/// in which a convolution's weights lie (colour, row, column).
Matrix unfoldedPatches(const PixelInput& pixels);

}  // namespace headlight
