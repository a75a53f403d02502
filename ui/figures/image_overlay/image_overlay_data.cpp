#include "ui/figures/image_overlay/image_overlay_data.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headlight {

std::optional<Index> patchOf(const Token& token, const PixelInput& pixels) {
  const Index patch = static_cast<Index>(token.id) - pixels.firstPatch;
  return patch >= 0 && patch < pixels.patches() ? std::optional(patch) : std::nullopt;
}

ImageOverlayData computeImageOverlay(const AttentionMaps& maps, const PixelInput& pixels,
                                     const ImageOverlayRequest& request) {
  ImageOverlayData out;
  out.request = request;
  const auto heads = static_cast<Index>(request.heads.size());
  const bool gives = request.direction == Direction::Gives;
  const std::vector<Token>& tokens = gives ? maps.keyTokens() : maps.queryTokens();
  out.weights = Matrix::Constant(heads, pixels.patches(), std::numeric_limits<float>::quiet_NaN());
  for (Index h = 0; h < heads; ++h) {
    const HeadId head = request.heads[static_cast<std::size_t>(h)];
    const Matrix row = gives ? maps.weights(head, {request.token, 0, 1, maps.keys()})
                             : Matrix(maps.weights(head, {0, request.token, maps.queries(), 1}).transpose());
    double beside = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const float weight = row(0, static_cast<Index>(i));
      if (const auto patch = patchOf(tokens[i], pixels)) {
        const bool none = !std::isfinite(weight);
        out.weights(h, *patch) = none ? std::numeric_limits<float>::infinity() : weight;
        out.numberless += none ? 1 : 0;
        if (!none) out.largest = std::max(out.largest, weight);
      } else if (std::isfinite(weight)) {
        beside += weight;
      }
    }
    out.beside.push_back(beside);
  }
  return out;
}

}  // namespace headlight
