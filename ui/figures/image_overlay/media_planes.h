#pragma once

#include <QRectF>
#include <optional>
#include <vector>

#include "core/image/pixel_input.h"
#include "core/image/seen_media.h"
#include "core/text/encoding.h"

namespace headlight {

/// A token's own part of a picture or a sound.
struct MediaCell {
  Index token = 0;  ///< Its number among the tokens that were asked about.
  QRectF box;       ///< In the units of its plane.
};

/// A picture or a sound with the cells of the tokens that stand for it. Of a picture that a model reads as a whole and
/// in tiles, whose cells lie over one another, the tiles are a plane of their own.
struct MediaPlane {
  enum class Kind { Picture, Tiles, Sound };
  Kind kind = Kind::Picture;
  int image = 0;  ///< Of a picture, ImagePlace::image.
  /// What is seen: of a picture in parts of it (what lies beyond 0 to 1 is padding), of a sound in seconds and bands,
  /// the highest one on top.
  QRectF shown;
  double aspect = 1;  ///< Width by height as it is drawn.
  std::vector<MediaCell> cells;
};

/// The planes of `tokens`, by Token::place; `media` are the pictures and the sound that the places are in (null: not
/// known), `pixels` what stands for them without. With `picture` that one alone. Frames behind the end of a sound are
/// no cells.
std::vector<MediaPlane> mediaPlanes(const std::vector<Token>& tokens, const SeenMedia* media, const PixelInput* pixels,
                                    std::optional<int> picture = {});

}  // namespace headlight
