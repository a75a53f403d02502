#include "ui/figures/image_overlay/image_overlay_data.h"

#include <algorithm>
#include <cmath>

namespace headlight {

ImageOverlayData computeImageOverlay(const AttentionMaps& maps, const SeenMedia* media, const PixelInput* pixels,
                                     const ImageOverlayRequest& request) {
  ImageOverlayData out;
  out.request = request;
  const bool gives = request.direction == Direction::Gives;
  const std::vector<Token>& tokens = gives ? maps.keyTokens() : maps.queryTokens();
  out.planes = mediaPlanes(tokens, media, pixels, request.picture);
  out.parts = mediaParts(tokens, media, gives ? request.sinks : std::vector<Index>());
  for (std::size_t p = 0; p < out.planes.size(); ++p)
    for (const MediaCell& cell : out.planes[p].cells)
      out.cells.push_back(
          {p, cell.token, cell.box, out.parts[static_cast<std::size_t>(cell.token)] == MediaPart::Sink});
  const auto heads = static_cast<Index>(request.heads.size());
  out.weights = Matrix::Zero(heads, static_cast<Index>(out.cells.size()));
  out.onPlanes = Matrix::Zero(heads, static_cast<Index>(out.planes.size()));
  for (Index h = 0; h < heads; ++h) {
    const HeadId head = request.heads[static_cast<std::size_t>(h)];
    const Matrix row = gives ? maps.weights(head, {request.token, 0, 1, maps.keys()})
                             : Matrix(maps.weights(head, {0, request.token, maps.queries(), 1}).transpose());
    out.shares.push_back(mediaShares({row.data(), tokens.size()}, out.parts, gives && maps.hasNoTokenShare()));
    for (std::size_t c = 0; c < out.cells.size(); ++c) {
      const ImageOverlayData::Cell& cell = out.cells[c];
      const float weight = row(0, cell.token);
      out.weights(h, static_cast<Index>(c)) = weight;
      if (!std::isfinite(weight)) {
        out.weights(h, static_cast<Index>(c)) = std::nanf("");
        ++out.numberless;
        continue;
      }
      out.onPlanes(h, static_cast<Index>(cell.plane)) += weight;
      if (!cell.sink) out.largest = std::max(out.largest, weight);
    }
  }
  return out;
}

std::optional<std::size_t> ImageOverlayData::cellAt(std::size_t plane, QPointF place) const {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const QRectF& box = cells[i].box;
    if (cells[i].plane == plane && place.x() >= box.left() && place.x() < box.right() && place.y() >= box.top() &&
        place.y() < box.bottom())
      return i;
  }
  return {};
}

std::optional<std::size_t> ImageOverlayData::cellOf(Index token) const {
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i].token == token) return i;
  return {};
}

}  // namespace headlight
