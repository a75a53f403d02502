#pragma once

#include <compare>

namespace headlight {

/// One attention head: layer and head both count from 0.
struct HeadId {
  int layer = 0;
  int head = 0;
  auto operator<=>(const HeadId&) const = default;
};

}  // namespace headlight
