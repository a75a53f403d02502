#pragma once

#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

/// A cell of a map.
struct StrongCell {
  float weight = 0;
  Index query = 0, key = 0;
};

/// The `count` cells of `head` whose weights are furthest from 0, the strongest first; the keys `apart` and cells
/// without a number are left out. Reads the whole head. Throws Cancelled.
std::vector<StrongCell> strongestCells(const AttentionMaps& maps, HeadId head, const std::vector<Index>& apart,
                                       std::size_t count, const Progress& progress = {});

}  // namespace headlight
