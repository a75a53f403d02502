#pragma once

#include <QByteArray>
#include <QImage>
#include <filesystem>
#include <string>
#include <vector>

#include "core/image/rgb_image.h"

namespace headlight {

/// The picture in a file of any kind that Qt reads, turned upright as its Exif data say; what is transparent has its
/// bare colour. Throws Error when there is none.
RgbImage readImage(const std::filesystem::path& file);

/// What of the picture in a file is not read, a sentence each: further frames, more than eight bits a colour. Nothing
/// of a file that is no picture.
std::vector<std::string> remarksOnImage(const std::filesystem::path& file);

RgbImage rgbOf(const QImage& image);
QImage qimageOf(const RgbImage& image);

}  // namespace headlight
