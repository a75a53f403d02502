#pragma once

#include <QPointF>
#include <QRectF>
#include <optional>
#include <vector>

namespace headlight {

/// Where a panel that is dragged would come to stand.
struct PanelDrop {
  enum class Place { Before, Swap, After };
  std::size_t target = 0;  ///< The panel that it is dropped on.
  Place place = Place::Swap;
  QRectF mark;  ///< What is lit while it is over that place.
};

/// Over the left or right quarter of another panel it is put before or after it, over its middle both change places.
/// None over nothing, over itself, and where it would stay where it is.
std::optional<PanelDrop> dropAt(const std::vector<QRectF>& panels, std::size_t dragged, QPointF place);

/// The number that `dragged` has after being put before or after `drop.target`.
std::size_t numberAfter(const PanelDrop& drop, std::size_t dragged);

}  // namespace headlight
