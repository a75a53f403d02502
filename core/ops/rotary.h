#pragma once

#include "core/base/matrix.h"

namespace headlight {

/// Cosines and sines of the rotary position embedding (Su et al. 2021, "RoFormer") for the positions of one run.
struct RotaryTable {
  Matrix cos, sin;           ///< [positions, dims / 2].
  Index first = 0;           ///< The position of the first row.
  bool interleaved = false;  ///< Pairs (0,1), (2,3), … instead of (i, i + dims/2).
};

/// Rotates the `dims` numbers of each head from number `from` on in each row: rows [n, heads · dHead], row i stands at
/// position `first` + i, which must be in the table.
void rotate(const RotaryTable& table, Index heads, MatrixOut rows, Index first = 0, Index from = 0);

}  // namespace headlight
