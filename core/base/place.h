#pragma once

#include <array>
#include <optional>
#include <variant>

#include "core/base/index.h"

namespace headlight {

/// A box of a picture: x0, y0, x1, y1 as fractions of the picture as it was given; what lies beyond 0…1 is padding.
using PictureBox = std::array<float, 4>;
/// The box of what covers nothing of a picture.
inline constexpr PictureBox kNoBox{-1, -1, -1, -1};

/// Where in a picture a token stands.
struct ImagePlace {
  static constexpr int kNewline = -1, kResizedGrid = -2;
  int image = 0;  ///< Which of the pictures of an input, from 0.
  /// 0: the whole picture, or its only tile; from 1 on its tiles row by row; kNewline: the end of a row of tiles;
  /// kResizedGrid: of the tiles' features made fewer.
  int tile = 0;
  int row = -1, col = -1;  ///< In the grid of the tile; -1 for a token of no cell ([CLS], a newline).
  PictureBox box = kNoBox;
  bool operator==(const ImagePlace&) const = default;
};

/// Where in a sound a token stands.
struct SoundPlace {
  double from = 0, to = 0;                          ///< Seconds: its own stretch.
  std::optional<std::array<double, 2>> heard = {};  ///< Seconds: the samples that it is made of, maybe beyond the ends.
  std::optional<std::array<int, 2>> melBands = {};  ///< The first mel band and the one behind the last.
  bool operator==(const SoundPlace&) const = default;
};

/// What a token stands for that is no text.
using MediaPlace = std::variant<ImagePlace, SoundPlace>;

}  // namespace headlight
