#pragma once

#include <utility>
#include <vector>

#include "core/base/matrix.h"
#include "core/image/rgb_image.h"

namespace headlight {

/// How a picture gets another size, numbered as in preprocessor_config.json.
enum class Resampling { Nearest = 0, Lanczos = 1, Bilinear = 2, Bicubic = 3, Box = 4, Hamming = 5 };

/// `image` with another size, byte for byte as the Python library Pillow (12) resizes: the filter grows with the factor by
/// which the picture shrinks (antialiasing), across first and then down, each rounded to eight bits, with weights of
/// 22 bits after the point. A preprocessor that resizes tensors (torchvision's) rounds once at the end and can differ
/// by one step of 255. Throws Error for a size below 1 or above 2^15.
RgbImage resized(const RgbImage& image, Index width, Index height, Resampling resampling);

/// The weights with which each of `to` numbers of a line sees those of a line of `from`, from the first one on; the
/// filter grows with the factor by which the line shrinks.
std::vector<std::pair<Index, std::vector<double>>> filterWeights(Index from, Index to, Resampling resampling);

/// Channels [channels, height · width] of numbers with another size, nothing rounded on the way (columns last).
Matrix resizedValues(const Matrix& channels, Index height, Index width, Index newHeight, Index newWidth,
                     Resampling resampling);

}  // namespace headlight
