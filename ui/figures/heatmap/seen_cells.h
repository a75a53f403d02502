#pragma once

#include <algorithm>

#include "ui/figures/attention_context.h"

namespace headlight {

/// The entries of a row of a heatmap that cover what some query of the row may see, in the columns of the map.
struct SeenCells {
  Index begin = 0, end = 0;
  const Visibility* windows = nullptr;  ///< Of a grid, in which not all of the range is seen; null for none.
  Index top = 0, rows = 0;
  bool covers(Index left, Index cols) const {
    if (begin >= left + cols || end <= left) return false;
    for (Index query = top; windows && query < top + rows; ++query)
      for (Index key = std::max(left, begin); key < std::min(left + cols, end); ++key)
        if (windows->inWindow(query, key)) return true;
    return !windows;
  }
};

/// Of the queries [top, top + rows) in that layer. Windows of neighbouring queries overlap, so that what some of
/// several queries sees is one range.
inline SeenCells cellsSeen(const AttentionContext& context, int layer, Index keys, Index top, Index rows) {
  if (layer >= static_cast<int>(context.visibility.size())) return {0, keys};
  const Visibility& rule = context.visibility[static_cast<std::size_t>(layer)];
  SeenCells seen{keys, 0, rule.windows ? &rule : nullptr, top, rows};
  for (const Index query : {top, top + rows - 1}) {
    const auto [begin, end] = rule.visible(query, keys);
    seen.begin = std::min(seen.begin, begin);
    seen.end = std::max(seen.end, end);
  }
  return seen;
}

}  // namespace headlight
