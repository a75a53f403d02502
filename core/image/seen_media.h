#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/image/rgb_image.h"

namespace headlight {

/// A picture as it was given to a model, before any preparation.
struct SeenPicture {
  std::string name;  ///< UTF-8: of its file; empty for none.
  std::shared_ptr<const RgbImage> image;
};

/// A sound as a model hears it.
struct HeardSound {
  Matrix values;      ///< [bands, frames], the lowest band first; [1, samples] of a waveform.
  double step = 0;    ///< Seconds of a column.
  double length = 0;  ///< Seconds of the sound itself; what lies behind is filled up. 0 where it is not known.
};

/// The pictures and the sound that tokens have places in (Token::place), in the order of ImagePlace::image.
struct SeenMedia {
  std::vector<SeenPicture> pictures;
  std::optional<HeardSound> sound;
};

}  // namespace headlight
