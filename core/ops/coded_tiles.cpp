#include "core/ops/coded_tiles.h"

#ifdef HEADLIGHT_AMX

#include <algorithm>
#include <vector>

#include "core/checkpoint/number_kernels.h"
#include "core/ops/amx_tiles.h"

namespace headlight {
namespace {

using amx::kPanelRows, amx::kParts, amx::kPiece, amx::kPieceTiles, amx::kTileDepth, amx::Tile;
static_assert(kTileDepth == kCodesScaled && kPieceTiles % 2 == 0);

/// A piece of 16 rows of weights: their codes, and what the sums of each tile's rows are made numbers with.
struct CodedPanel {
  Tile codes[kPieceTiles];
  alignas(64) float scale[kPieceTiles][kPanelRows], least[kPieceTiles][kPanelRows];
  bool anyLeast;  ///< Whether one is not 0.
};

/// What a thread works in.
struct CodedBuffers {
  std::vector<CodedPanel> panels;
  std::vector<Tile> sums;
};

/// 16 codes.
HEADLIGHT_AVX512_INLINE __m512 numbersOf(const std::int8_t* codes) {
  return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_load_si128(reinterpret_cast<const __m128i*>(codes))));
}

/// Columns [col, col + cols) of rows [row, row + rows) of weights, at most 16 of them; zeros behind the last of both.
HEADLIGHT_AVX512 void readPanel(const WeightMatrix& weight, Index row, Index rows, Index col, Index cols,
                                CodedPanel& out) {
  const auto unpack = kernelsOf(weight.format()).unpackCodes;
  const std::size_t begin = weight.bytesOfColumns(col);
  alignas(64) std::int8_t codes[kPiece];
  float scale[kPieceTiles], least[kPieceTiles];
  if (rows < kPanelRows || cols < kPiece) out = {};
  out.anyLeast = false;
  for (Index r = 0; r < rows; ++r) {
    if (col == 0) amx::fetchFirst(weight, row + r);
    unpack(weight.row(row + r) + begin, codes, scale, least, cols);
    for (Index k = 0; k < cols / kTileDepth; ++k) {
      const std::int8_t* from = codes + k * kTileDepth;
      amx::splitPairs<1>(numbersOf(from), numbersOf(from + 16), out.codes[k].bytes + 64 * r);
      out.scale[k][r] = scale[k];
      out.least[k][r] = least[k];
      out.anyLeast |= least[k] != 0;
    }
  }
}

/// The products of two tiles of codes, each with all parts of one of x. One waits for nothing that the other makes.
HEADLIGHT_TILES_INLINE void multiplyTwo(const Tile* codes, const Tile* x, const Tile* nextX, Tile* out) {
  _tile_zero(0);
  _tile_zero(1);
  _tile_loadd(4, codes[0].bytes, 64);
  _tile_loadd(6, x[2].bytes, 64);
  _tile_loadd(5, codes[1].bytes, 64);
  _tile_loadd(7, nextX[2].bytes, 64);
  _tile_dpbf16ps(0, 4, 6);
  _tile_dpbf16ps(1, 5, 7);
  _tile_loadd(2, x[1].bytes, 64);
  _tile_loadd(3, nextX[1].bytes, 64);
  _tile_dpbf16ps(0, 4, 2);
  _tile_dpbf16ps(1, 5, 3);
  _tile_loadd(6, x[0].bytes, 64);
  _tile_loadd(7, nextX[0].bytes, 64);
  _tile_dpbf16ps(0, 4, 6);
  _tile_dpbf16ps(1, 5, 7);
  _tile_stored(0, out[0].bytes, 64);
  _tile_stored(1, out[1].bytes, 64);
}

/// Adds the numbers that the sums of tile k's products stand for: those of 16 rows of weights, with 16 rows of x each.
template <bool least>
HEADLIGHT_AVX512_INLINE void addScaled(const Tile& products, const CodedPanel& weights, Index k, const float* xSums,
                                       __m512* sums) {
#pragma GCC unroll 16
  for (Index r = 0; r < kPanelRows; ++r) {
    sums[r] = _mm512_fmadd_ps(_mm512_load_ps(products.bytes + 64 * r), _mm512_set1_ps(weights.scale[k][r]), sums[r]);
    if constexpr (least)
      sums[r] = _mm512_fnmadd_ps(_mm512_loadu_ps(xSums), _mm512_set1_ps(weights.least[k][r]), sums[r]);
  }
}

/// Adds the products of a piece of weights with a panel of x, `depth` tiles of each, to `sums`. Sums of products are
/// scaled while the next ones are made.
template <bool least>
HEADLIGHT_TILES void addPanel(const CodedPanel& weights, const Tile* x, const float* xSums, Index depth, Tile& sums) {
  Tile products[2][2];
  __m512 own[kPanelRows];
#pragma GCC unroll 16
  for (Index r = 0; r < kPanelRows; ++r) own[r] = _mm512_load_ps(sums.bytes + 64 * r);
  // The codes of a tile behind the last are zeros, with which the last one of x stands in.
  const auto behind = [depth](Index k) { return std::min(k + 1, depth - 1); };
  const auto multiplyAt = [&](Index k) __attribute__((target("avx512f,avx512bw,amx-tile,amx-bf16"))) {
    multiplyTwo(weights.codes + k, x + k * kParts, x + behind(k) * kParts, products[k / 2 % 2]);
  };
  multiplyAt(0);
  for (Index k = 0; k < depth; k += 2) {
    if (k + 2 < depth) multiplyAt(k + 2);
    amx::writeAll();
    addScaled<least>(products[k / 2 % 2][0], weights, k, xSums + k * kPanelRows, own);
    addScaled<least>(products[k / 2 % 2][1], weights, k + 1, xSums + behind(k) * kPanelRows, own);
  }
#pragma GCC unroll 16
  for (Index r = 0; r < kPanelRows; ++r) _mm512_store_ps(sums.bytes + 64 * r, own[r]);
}

}  // namespace

HEADLIGHT_TILES void multiplyCodes(const SplitRows& x, Index top, const WeightMatrix& weight, Index from,
                                   MatrixOut out) {
  thread_local CodedBuffers buffers;
  const Index panel = top / kPanelRows, panels = (out.rows() + kPanelRows - 1) / kPanelRows;
  const Index groups = (out.cols() + kPanelRows - 1) / kPanelRows;
  buffers.panels.resize(static_cast<std::size_t>(groups));
  buffers.sums.assign(static_cast<std::size_t>(groups * panels), Tile{});
  amx::beginTiles();
  for (Index piece = 0; piece < x.pieces(); ++piece) {
    const Index col = piece * kPiece, cols = std::min(kPiece, x.cols() - col);
    for (Index g = 0; g < groups; ++g)
      readPanel(weight, from + g * kPanelRows, std::min(kPanelRows, out.cols() - g * kPanelRows), col, cols,
                buffers.panels[static_cast<std::size_t>(g)]);
    amx::writeAll();
    // The rows of x stay in the first cache, while weights go through it.
    for (Index p = 0; p < panels; ++p)
      for (Index g = 0; g < groups; ++g) {
        const CodedPanel& weights = buffers.panels[static_cast<std::size_t>(g)];
        if (piece + 1 < x.pieces())
          amx::fetchShare(weight, from + g * kPanelRows, std::min(kPanelRows, out.cols() - g * kPanelRows),
                          col + kPiece, p, panels);
        else
          amx::fetchOut(out, p * kPanelRows, g * kPanelRows);
        (weights.anyLeast ? addPanel<true> : addPanel<false>)(weights, x.tilesOf(piece, panel + p),
                                                              x.sumsOf(piece, panel + p), x.depthOf(piece),
                                                              buffers.sums[static_cast<std::size_t>(g * panels + p)]);
      }
  }
  amx::endTiles();
  amx::putSums(buffers.sums, panels, out);
}

}  // namespace headlight

#else

namespace headlight {

void multiplyCodes(const SplitRows&, Index, const WeightMatrix&, Index, MatrixOut) {}

}  // namespace headlight

#endif
