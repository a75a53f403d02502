#pragma once

#include <optional>
#include <vector>

#include "core/analysis/media_shares.h"
#include "core/attention/attention_maps.h"
#include "ui/figures/image_overlay/media_planes.h"
#include "ui/figures/token_axis.h"

namespace headlight {

/// What an image overlay needs to know; a value.
struct ImageOverlayRequest {
  std::vector<HeadId> heads;
  Index token = 0;  ///< Whose attention is shown: its row, or, received, its column.
  Direction direction = Direction::Gives;
  std::vector<Index> sinks = {};    ///< Keys whose weights are apart.
  std::optional<int> picture = {};  ///< Only that one of several.
  bool operator==(const ImageOverlayRequest&) const = default;
};

/// One token's attention on the cells of pictures or a sound, in some heads.
struct ImageOverlayData {
  struct Cell {
    std::size_t plane = 0;
    Index token = 0;
    QRectF box;  ///< In the units of its plane.
    bool sink = false;
  };
  ImageOverlayRequest request;
  std::vector<MediaPlane> planes;
  std::vector<MediaPart> parts;     ///< [tokens] of the other side.
  std::vector<Cell> cells;          ///< Plane after plane.
  Matrix weights;                   ///< [heads, cells]: exact; NaN where there is no number.
  Matrix onPlanes;                  ///< [heads, planes]: the sum over the cells of each, sinks included.
  std::vector<MediaShares> shares;  ///< [heads]
  float largest = 0;                ///< Of all weights on cells that are no sinks.
  Index numberless = 0;             ///< How many weights are no number.

  /// The cell at `place` of a plane, in its units.
  std::optional<std::size_t> cellAt(std::size_t plane, QPointF place) const;
  /// The cell of a token; the first one where it has several.
  std::optional<std::size_t> cellOf(Index token) const;
};

/// Reads a row or a column of each head. `media` and `pixels` as mediaPlanes() takes them.
ImageOverlayData computeImageOverlay(const AttentionMaps& maps, const SeenMedia* media, const PixelInput* pixels,
                                     const ImageOverlayRequest& request);

}  // namespace headlight
