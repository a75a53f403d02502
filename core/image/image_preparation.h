#pragma once

#include <array>
#include <filesystem>
#include <optional>

#include "core/image/pixel_input.h"
#include "core/image/resample.h"

namespace headlight {

/// Height and width in pixels.
struct PixelSize {
  Index height = 0, width = 0;
  bool operator==(const PixelSize&) const = default;
};

/// How an image is prepared for a model, as its preprocessor_config.json says.
struct ImagePreparation {
  struct Resize {
    std::optional<Index> shortestEdge;  ///< The shorter side becomes this long, the other follows.
    PixelSize size;                     ///< Otherwise: whatever the shape of the image.
    Resampling resampling = Resampling::Bilinear;
  };
  std::optional<Resize> resize;
  std::optional<PixelSize> crop;                    ///< Of the middle; what the image does not have is black.
  double factor = 1.0 / 255;                        ///< Values are bytes times this,
  std::array<float, 3> mean{}, deviation{1, 1, 1};  ///< and then (value - mean) / deviation.

  /// Reads preprocessor_config.json of `folder`; keys that are missing have the values of the image processor that it
  /// names (ViT, DeiT or CLIP). Without the file: `model` pixels, bilinear, mean and deviation 1/2. Throws Error.
  static ImagePreparation open(const std::filesystem::path& folder, PixelSize model);

  /// The image as the model reads it; the grid of patches is not set. Throws Error for an image that cannot be resized.
  PixelInput prepared(const RgbImage& image) const;
  /// Values [3, height · width] that are prepared already.
  PixelInput holding(Matrix values, PixelSize size) const;
};

}  // namespace headlight
