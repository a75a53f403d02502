#pragma once

#include <compare>
#include <cstddef>

namespace headlight {

/// One attention head: layer and head both count from 0.
struct HeadId {
  int layer = 0;
  int head = 0;
  auto operator<=>(const HeadId&) const = default;  // NOLINT(modernize-use-nullptr): of the compiler's own making.
};

/// Heads counted layer by layer, `heads` to a layer.
constexpr HeadId headNumbered(std::ptrdiff_t number, int heads) {
  return {static_cast<int>(number / heads), static_cast<int>(number % heads)};
}
constexpr std::ptrdiff_t numberOf(HeadId head, int heads) {
  return static_cast<std::ptrdiff_t>(head.layer) * heads + head.head;
}

}  // namespace headlight
