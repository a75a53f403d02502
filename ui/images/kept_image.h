#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/reading/input.h"

namespace headlight {

/// An image to read, never null, and the copy of it that a session keeps.
struct KeptImage : ImageInput {
  std::shared_ptr<const std::string> copy;  ///< A PNG with every pixel, or a JPEG of a smaller picture. Never null.
  bool smaller = false;                     ///< The copy is a smaller picture.

  bool operator==(const KeptImage& other) const { return ImageInput::operator==(other) && smaller == other.smaller; }
};

/// Reads a file; throws Error like readImage.
KeptImage openImage(const std::filesystem::path& file);
/// The same of a picture that comes from no file, under the name `path`.
KeptImage keptImage(std::string path, RgbImage pixels);
/// The image of a session's copy, which is its image from then on; throws Error for what is no picture. `place` names
/// it in messages.
KeptImage imageFromCopy(const std::string& path, std::string copy, bool smaller, const std::string& place);

/// Whether a file holds a picture of a kind that can be read.
bool isImageFile(const std::filesystem::path& file);

/// A copy with every pixel is kept up to this size; sessions lie in every exported figure, too.
inline constexpr int kMostCopyBytes = 256 << 10;
/// The longer side of a smaller copy.
inline constexpr int kSmallerSide = 640;

}  // namespace headlight
