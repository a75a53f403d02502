#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/place.h"
#include "core/image/pixel_input.h"
#include "core/image/resample.h"

namespace headlight {

/// Height and width in pixels.
struct PixelSize {
  Index height = 0, width = 0;
  bool operator==(const PixelSize&) const = default;
};

/// What a prepared tile shows.
struct PreparedTile {
  int image = 0;
  int number = 0;               ///< As ImagePlace::tile.
  PictureBox box = kNoBox;      ///< Of the whole tile.
  std::array<Index, 2> grid{};  ///< Of patches that are cut already: rows and columns.
};

/// A picture that was cut into a canvas of tiles.
struct PreparedPicture {
  PixelSize original;
  Index tileRows = 0, tileCols = 0;  ///< 0: not cut.
  PictureBox canvas{0, 0, 1, 1};     ///< Of all tiles together, padding beyond 0…1.
};

/// Pictures as a model reads them; tokens know their places by the tiles.
struct PreparedPictures {
  PixelInput pixels;
  std::vector<PreparedTile> tiles;  ///< In the order of the values.
  std::vector<PreparedPicture> pictures;
  Index padded = 0;  ///< Cut patches: places behind the last one that are only filled up.
};

/// How an image is prepared for a model, as its preprocessor_config.json or processor_config.json says.
struct ImagePreparation {
  struct Resize {
    std::optional<Index> shortestEdge;  ///< The shorter side becomes this long, the other follows.
    PixelSize size;                     ///< Otherwise: whatever the shape of the image.
    Resampling resampling = Resampling::Bilinear;
    std::optional<Index> longestEdge = std::nullopt;  ///< The most that the longer side may become.
  };
  enum class Kind {
    Plain,   ///< Resized, cropped.
    Square,  ///< Made square with the mean colour around before (LLaVA).
    Canvas,  ///< The whole, then the tiles of the best of some canvases, padded (LLaVA-NeXT, LLaVA-OneVision).
    Splits,  ///< Tiles, then the whole (Idefics3).
    Whole,   ///< Resized, whatever its shape (Gemma 3, whose processor cuts nothing unless it is told to in a call).
    Blocks,  ///< Patches in blocks of any grid (Qwen2-VL).
    Patches  ///< Patches of any grid, at most so many (SigLIP 2).
  };
  Kind kind = Kind::Plain;
  std::string refusal;  ///< Why no picture can be prepared, prepared values apart; empty where one can.
  std::optional<Resize> resize;
  std::optional<PixelSize> crop;                    ///< Of the middle; what the image does not have is black.
  double factor = 1.0 / 255;                        ///< Values are bytes times this,
  std::array<float, 3> mean{}, deviation{1, 1, 1};  ///< and then (value - mean) / deviation.
  bool overWhite = false;    ///< Transparent pictures are laid over white; else their transparency is left out.
  bool asValues = false;     ///< Resized as numbers, not rounded to bytes (DINOv3).
  bool squaresMany = false;  ///< Canvas: several pictures of one text are made square, one tile each (OneVision).
  std::vector<PixelSize> canvases;          ///< Canvas.
  Index longestEdge = 0, tileEdge = 0;      ///< Splits.
  bool splits = true;                       ///< Splits.
  Index patch = 16, merge = 1, frames = 1;  ///< Blocks, Patches.
  Index leastPixels = 0, mostPixels = 0;    ///< Blocks.
  Index mostPatches = 256;                  ///< Patches.

  /// Reads the settings in `folder`; keys that are missing have the values of the image processor that it names.
  /// Without a file: `model` pixels, bilinear, mean and deviation 1/2. For a processor that is not known it says so in
  /// `refusal`. Throws Error.
  static ImagePreparation open(const std::filesystem::path& folder, PixelSize model);

  /// Rows and columns of the tiles that Splits cuts a picture of that size into; 0: not cut.
  std::array<Index, 2> tilesOf(PixelSize picture) const;
  /// The image as a model of one picture reads it; the grid of patches is not set. Throws Error for an image that
  /// cannot be resized.
  PixelInput prepared(const RgbImage& image) const;
  /// All pictures of one input; throws Error likewise.
  PreparedPictures prepared(const std::vector<const RgbImage*>& images) const;
  /// Values [3, height · width] that are prepared already.
  PixelInput holding(Matrix values, PixelSize size) const;
};

}  // namespace headlight
