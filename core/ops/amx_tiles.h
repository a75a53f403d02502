#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <vector>

#include "core/base/fetch.h"
#include "core/base/matrix.h"
#include "core/ops/amx_split.h"
#include "core/ops/weight_matrix.h"

namespace headlight::amx {

#define HEADLIGHT_TILES __attribute__((target("avx512f,avx512bw,amx-tile,amx-bf16")))
#define HEADLIGHT_TILES_INLINE inline __attribute__((target("avx512f,avx512bw,amx-tile,amx-bf16"), always_inline))

/// All eight registers hold 16 rows of 64 bytes.
struct alignas(64) TileShapes {
  std::uint8_t palette = 1, start = 0, reserved[14] = {};
  std::uint16_t bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  std::uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};
inline constexpr TileShapes kShapes;

HEADLIGHT_TILES inline void beginTiles() { _tile_loadconfig(&kShapes); }
HEADLIGHT_TILES inline void endTiles() { _tile_release(); }

/// The compiler does not know what tiles are loaded from, nor that they are stored: what was written must be there.
HEADLIGHT_TILES_INLINE void writeAll() { std::atomic_signal_fence(std::memory_order_seq_cst); }

/// Asks for the first piece of a row of weights that is read some rows after `row`.
inline void fetchFirst(const WeightMatrix& weight, Index row) {
  constexpr Index kAhead = 4;
  if (row + kAhead < weight.rows())
    fetch(weight.row(row + kAhead), weight.bytesOfColumns(std::min(kPiece, weight.cols())));
}
/// Asks for share `share` of `shares` of the piece of weights from column `col` on, of `rows` rows from `row` on: later
/// pieces are fetched while products of the ones before are made.
inline void fetchShare(const WeightMatrix& weight, Index row, Index rows, Index col, Index share, Index shares) {
  const std::size_t begin = weight.bytesOfColumns(col),
                    bytes = weight.bytesOfColumns(std::min(kPiece, weight.cols() - col));
  for (Index r = rows * share / shares; r < rows * (share + 1) / shares; ++r) fetch(weight.row(row + r) + begin, bytes);
}
/// Asks for where the sums of a block of the output will be put.
inline void fetchOut(const MatrixOut& out, const Rect& block) {
  const Index cols = std::min(block.cols, out.cols() - block.col);
  for (Index r = block.row; r < std::min(block.row + block.rows, out.rows()); ++r)
    fetch(reinterpret_cast<const std::byte*>(out.data() + r * out.outerStride() + block.col),
          static_cast<std::size_t>(cols) * sizeof(float));
}

/// Sums [outputs / 16][panels], turned, as rows of `out`.
HEADLIGHT_AVX512 inline void putSums(const std::vector<Tile>& sums, Index panels, MatrixOut out) {
  for (Index p = 0; p < panels; ++p)
    for (Index c = 0; c < out.cols(); c += kPanelRows) {
      const Tile& tile = sums[static_cast<std::size_t>(c / kPanelRows * panels + p)];
      __m512i rows[16];
#pragma GCC unroll 16
      for (Index i = 0; i < 16; ++i) rows[i] = _mm512_load_si512(tile.bytes + 64 * i);
      turn(rows);
      const Index columns = std::min(kPanelRows, out.cols() - c);
      const auto mask = static_cast<__mmask16>((1u << columns) - 1u);
      float* to = out.data() + p * kPanelRows * out.outerStride() + c;
#pragma GCC unroll 16
      for (Index i = 0; i < 16; ++i)
        if (p * kPanelRows + i < out.rows())
          _mm512_mask_storeu_ps(to + i * out.outerStride(), mask, _mm512_castsi512_ps(rows[i]));
    }
}

}  // namespace headlight::amx
