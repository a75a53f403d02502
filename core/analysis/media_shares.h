#pragma once

#include <span>
#include <vector>

#include "core/base/matrix.h"
#include "core/base/place.h"
#include "core/image/seen_media.h"
#include "core/text/encoding.h"

namespace headlight {

/// Whether a token covers a part of a picture; the end of a row of patches, [CLS] and padding do not.
bool coversPart(const ImagePlace& place);

/// What a token is to whoever asks how much attention goes to pictures or a sound.
enum class MediaPart : unsigned char {
  Beside,  ///< Text, and tokens that cover no part of a picture.
  Media,   ///< A part of a picture, or a stretch of a sound.
  Sink,    ///< What takes attention without meaning much, a part of a picture too.
  Behind,  ///< What fills up a sound behind its end.
};

/// The part of each of `tokens`, [tokens]. `media` says where a sound ends (null: not known), `sinks` are numbers of
/// tokens.
std::vector<MediaPart> mediaParts(const std::vector<Token>& tokens, const SeenMedia* media,
                                  std::span<const Index> sinks);

/// Where the attention of a token goes, or comes from. Parts of the row; of a row that does not sum to 1, its numbers.
struct MediaShares {
  double media = 0;
  double sinks = 0;
  double beside = 0;
  double behind = 0;
  double noToken = 0;  ///< A learned sink's.
};

/// The sums of `weights` over each part, both [tokens]; what is no number is left out. `noToken`: what the row lacks to
/// 1 goes to no token.
MediaShares mediaShares(std::span<const float> weights, const std::vector<MediaPart>& parts, bool noToken = false);

}  // namespace headlight
