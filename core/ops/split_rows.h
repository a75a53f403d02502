#pragma once

#include <vector>

#include "core/base/matrix.h"
#include "core/ops/amx.h"

namespace headlight {

/// Rows as products of tiles take them: every number as the sum of three of bfloat16, in turned tiles.
class SplitRows {
 public:
  /// Splits x [n, k] on all threads; only where amx::isSupported(). A thread has one at a time.
  explicit SplitRows(MatrixView x);

  /// Whether products of the parts are those of the numbers: not where a row is infinite, no number, or so tiny that
  /// its parts are lost.
  bool isWhole() const { return m_whole; }
  Index rows() const { return m_rows; }
  Index cols() const { return m_cols; }
  /// The tiles of columns [piece · kPiece, …) of rows [16 · panel, …): kParts for each 32 columns, side by side.
  const amx::Tile* tilesOf(Index piece, Index panel) const { return m_tiles.data() + placeOf(piece, panel); }
  /// The sums of each 32 columns of the same, 16 rows side by side.
  const float* sumsOf(Index piece, Index panel) const {
    return m_sums.data() + placeOf(piece, panel) / amx::kParts * amx::kPanelRows;
  }
  /// Numbers of 32 columns in a piece.
  Index depthOf(Index piece) const;
  Index pieces() const { return (m_cols + amx::kPiece - 1) / amx::kPiece; }
  Index panels() const { return (m_rows + amx::kPanelRows - 1) / amx::kPanelRows; }
  /// Bytes that so many rows of `cols` numbers take.
  static std::size_t bytesOf(Index rows, Index cols);

 private:
  Index placeOf(Index piece, Index panel) const;

  Index m_rows, m_cols;
  bool m_whole = true;
  std::vector<amx::Tile>& m_tiles;  ///< The thread's own, used again; so are the sums.
  std::vector<float>& m_sums;
};

}  // namespace headlight
