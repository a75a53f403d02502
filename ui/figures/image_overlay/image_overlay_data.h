#pragma once

#include <vector>

#include "core/attention/attention_maps.h"
#include "core/image/pixel_input.h"
#include "ui/figures/token_axis.h"

namespace headlight {

/// What an image overlay needs to know; a value.
struct ImageOverlayRequest {
  std::vector<HeadId> heads;
  Index token = 0;  ///< Whose attention is shown: its row, or, received, its column.
  Direction direction = Direction::Gives;
  bool operator==(const ImageOverlayRequest&) const = default;
};

/// One token's attention on the patches of an image, in some heads.
struct ImageOverlayData {
  ImageOverlayRequest request;
  Matrix weights;  ///< [heads, patches]: exact; NaN for a patch that the maps have no token for, infinity for one
                   ///< whose weight is no number.
  std::vector<double> beside;  ///< [heads]: what goes to (or comes from) tokens that are no patch.
  float largest = 0;           ///< Of all weights on patches.
  Index numberless = 0;        ///< How many weights are no number.
};

/// Reads a row or a column of each head. Tokens of an image are numbered by their ids, so lenses may leave some out.
ImageOverlayData computeImageOverlay(const AttentionMaps& maps, const PixelInput& pixels,
                                     const ImageOverlayRequest& request);

/// The patch that a token of an image stands for; none for a learned token.
std::optional<Index> patchOf(const Token& token, const PixelInput& pixels);

}  // namespace headlight
