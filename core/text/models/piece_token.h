#pragma once

#include <cstdint>

namespace headlight {

/// A token that a model makes of a piece, with the bytes of the piece that it stands for.
struct PieceToken {
  std::uint32_t id = 0, start = 0, end = 0;
};

}  // namespace headlight
