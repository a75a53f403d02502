#include "core/ops/split_rows.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdint>
#include <iterator>

#include "core/base/parallel.h"
#ifdef HEADLIGHT_AMX
#include "core/ops/amx_split.h"
#endif

namespace headlight {
namespace {

using amx::kParts, amx::kPiece, amx::kPieceTiles, amx::kTileDepth, amx::kPanelRows, amx::Tile;

Index tilesAcross(Index cols) { return (cols + kTileDepth - 1) / kTileDepth; }

#ifdef HEADLIGHT_AMX
/// Splits up to 16 rows of `cols` numbers of a piece, of which `stride` numbers on the next one begins; rows behind the
/// last are zeros. The sums of each 32 numbers [tiles, 16], and the bits of the largest magnitude of each row.
HEADLIGHT_AVX512 void splitPanel(const float* x, Index stride, Index rows, Index cols, Tile* tiles, float* sums,
                                 std::uint32_t (&most)[kPanelRows]) {
  const __m512i magnitude = _mm512_set1_epi32(0x7fffffff);
  for (Index r = 0; r < kPanelRows; ++r) {
    __m512i largest = _mm512_setzero_si512();
    for (Index k = 0; k < tilesAcross(cols); ++k) {
      const Index left = r < rows ? cols - k * kTileDepth : 0;
      const float* from = x + (r < rows ? r * stride + k * kTileDepth : 0);
      const __m512 first = amx::numbersAt(from, left), second = amx::numbersAt(from + (left > 16 ? 16 : 0), left - 16);
      amx::splitPairs<kParts>(first, second, tiles[k * kParts].bytes + 64 * r);
      sums[k * kPanelRows + r] = _mm512_reduce_add_ps(_mm512_add_ps(first, second));
      largest = _mm512_max_epu32(largest, _mm512_and_si512(_mm512_castps_si512(first), magnitude));
      largest = _mm512_max_epu32(largest, _mm512_and_si512(_mm512_castps_si512(second), magnitude));
    }
    alignas(64) std::uint32_t lanes[kPanelRows];
    _mm512_store_si512(lanes, largest);
    most[r] = *std::max_element(std::begin(lanes), std::end(lanes));
  }
  for (Index i = 0; i < tilesAcross(cols) * kParts; ++i) amx::turn(tiles[i]);
}
#else
void splitPanel(const float*, Index, Index, Index, Tile*, float*, std::uint32_t (&)[kPanelRows]) {}
#endif

std::vector<Tile>& tilesOfThread() {
  thread_local std::vector<Tile> tiles;
  return tiles;
}

std::vector<float>& sumsOfThread() {
  thread_local std::vector<float> sums;
  return sums;
}

/// The unit takes what is smaller than 2^-126 for 0, and bfloat16 ends a little before single precision does.
bool keepsParts(std::uint32_t most) {
  return most == 0 ||
         (most >= std::bit_cast<std::uint32_t>(0x1p-60F) && most <= std::bit_cast<std::uint32_t>(0x1p127F));
}

}  // namespace

std::size_t SplitRows::bytesOf(Index rows, Index cols) {
  const Index panels = (rows + kPanelRows - 1) / kPanelRows;
  return static_cast<std::size_t>(panels * tilesAcross(cols) * kParts) * sizeof(Tile);
}

Index SplitRows::depthOf(Index piece) const { return std::min(kPieceTiles, tilesAcross(m_cols) - piece * kPieceTiles); }

Index SplitRows::placeOf(Index piece, Index panel) const {
  return (piece * kPieceTiles * panels() + panel * depthOf(piece)) * kParts;
}

SplitRows::SplitRows(MatrixView x)
    : m_rows(x.rows()), m_cols(x.cols()), m_tiles(tilesOfThread()), m_sums(sumsOfThread()) {
  m_tiles.resize(std::max(m_tiles.size(), bytesOf(x.rows(), x.cols()) / sizeof(Tile)));
  m_sums.resize(m_tiles.size() / kParts * kPanelRows);
  std::atomic<bool> whole = true;
  parallelRows(pieces() * panels(), kPanelRows * kPiece, [&](Index begin, Index count) {
    for (Index i = begin; i < begin + count; ++i) {
      const Index piece = i / panels(), panel = i % panels(), row = panel * kPanelRows, col = piece * kPiece;
      std::uint32_t most[kPanelRows] = {};
      splitPanel(x.data() + row * x.outerStride() + col, x.outerStride(), std::min(kPanelRows, m_rows - row),
                 std::min(kPiece, m_cols - col), m_tiles.data() + placeOf(piece, panel),
                 m_sums.data() + placeOf(piece, panel) / kParts * kPanelRows, most);
      if (!std::all_of(std::begin(most), std::end(most), keepsParts)) whole = false;
    }
  });
  m_whole = whole;
}

}  // namespace headlight
