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
  enum class Part : unsigned char { Beside, Media, Sink, Behind };
  std::vector<Part> parts(tokens.size(), Part::Beside);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (const ImagePlace* place = tokens[i].imagePlace())
      parts[i] = place->row >= 0 ? Part::Media : Part::Beside;
    else if (tokens[i].soundPlace())
      parts[i] = Part::Behind;
  if (gives)
    for (const Index sink : request.sinks) parts[static_cast<std::size_t>(sink)] = Part::Sink;
  for (std::size_t p = 0; p < out.planes.size(); ++p)
    for (const MediaCell& cell : out.planes[p].cells) {
      Part& part = parts[static_cast<std::size_t>(cell.token)];
      if (part == Part::Behind) part = Part::Media;
      out.cells.push_back({p, cell.token, cell.box, part == Part::Sink});
    }
  const auto heads = static_cast<Index>(request.heads.size());
  out.weights = Matrix::Zero(heads, static_cast<Index>(out.cells.size()));
  out.onPlanes = Matrix::Zero(heads, static_cast<Index>(out.planes.size()));
  for (Index h = 0; h < heads; ++h) {
    const HeadId head = request.heads[static_cast<std::size_t>(h)];
    const Matrix row = gives ? maps.weights(head, {request.token, 0, 1, maps.keys()})
                             : Matrix(maps.weights(head, {0, request.token, maps.queries(), 1}).transpose());
    MediaShares& shares = out.shares.emplace_back();
    double sum = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto weight = static_cast<double>(row(0, static_cast<Index>(i)));
      if (!std::isfinite(weight)) continue;
      sum += weight;
      (parts[i] == Part::Media    ? shares.media
       : parts[i] == Part::Sink   ? shares.sinks
       : parts[i] == Part::Behind ? shares.behind
                                  : shares.beside) += weight;
    }
    if (gives && maps.hasNoTokenShare()) shares.noToken = std::max(0.0, 1 - sum);
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
