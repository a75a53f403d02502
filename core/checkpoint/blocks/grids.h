#pragma once

#include <array>
#include <cstddef>

namespace headlight::blocks {

/// Entries of `width` numbers each, which the IQ formats refer to by their places.
template <std::size_t width, std::size_t entries>
using Grid = std::array<std::array<float, width>, entries>;

// Constants of the formats: no formula gives them.
extern const Grid<8, 256> kGrid2Xxs;
extern const Grid<8, 512> kGrid2Xs;
extern const Grid<8, 1024> kGrid2S;
extern const Grid<4, 256> kGrid3Xxs;
extern const Grid<4, 512> kGrid3S;
extern const Grid<8, 2048> kGrid1S;

}  // namespace headlight::blocks
