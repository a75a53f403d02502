#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/image/rgb_image.h"

namespace headlight {

/// An image to read, where it came from, and the copy of it that a session keeps.
struct ImageInput {
  std::string path;                         ///< UTF-8: where it came from.
  std::shared_ptr<const RgbImage> image;    ///< Never null.
  std::shared_ptr<const std::string> copy;  ///< A PNG with every pixel, or a JPEG of a smaller picture. Never null.
  bool smaller = false;                     ///< The copy is a smaller picture.

  bool operator==(const ImageInput& other) const {
    return path == other.path && smaller == other.smaller && (image == other.image || *image == *other.image);
  }
};

/// Reads a file; throws Error like readImage.
ImageInput openImage(const std::filesystem::path& file);
/// The image of a session's copy, which is its image from then on; throws Error for what is no picture. `place` names
/// it in messages.
ImageInput imageFromCopy(const std::string& path, std::string copy, bool smaller, const std::string& place);

/// Whether a file holds a picture of a kind that can be read.
bool isImageFile(const std::filesystem::path& file);

/// A copy with every pixel is kept up to this size; sessions lie in every exported figure, too.
inline constexpr int kMostCopyBytes = 256 << 10;
/// The longer side of a smaller copy.
inline constexpr int kSmallerSide = 640;

}  // namespace headlight
