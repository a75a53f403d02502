#pragma once

#include <QPointF>
#include <optional>
#include <vector>

namespace headlight {

/// The number of the nearest of `centres` to the right or left (±1), below or above (±1) of number `from`; none where
/// nothing lies that way. What lies aside counts as further.
std::optional<std::size_t> nextThatWay(const std::vector<QPointF>& centres, std::size_t from, int right, int down);

}  // namespace headlight
