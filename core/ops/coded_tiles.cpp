#include "core/ops/coded_tiles.h"

#ifdef HEADLIGHT_AMX

#include <algorithm>
#include <type_traits>
#include <vector>

#include "core/checkpoint/number_kernels.h"
#include "core/ops/amx_tiles.h"

namespace headlight {
namespace {

using amx::kPanelRows, amx::kParts, amx::kPiece, amx::kPieceTiles, amx::kTileDepth, amx::Tile;
/// Rows of weights that are multiplied together.
constexpr Index kPairRows = 2 * kPanelRows;
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

/// The products of the two tiles of codes that are loaded with all parts of a tile of x, in one of two sets of
/// registers: while those of one set are made, those of the other are stored.
template <int set>
HEADLIGHT_TILES_INLINE void multiplyInto(const Tile* x) {
  if constexpr (set == 0) {
    _tile_zero(0);
    _tile_zero(1);
  } else {
    _tile_zero(2);
    _tile_zero(3);
  }
#pragma GCC unroll 3
  for (Index part = kParts - 1; part >= 0; --part)
    if constexpr (set == 0) {
      _tile_loadd(6, x[part].bytes, 64);
      _tile_dpbf16ps(0, 4, 6);
      _tile_dpbf16ps(1, 5, 6);
    } else {
      _tile_loadd(7, x[part].bytes, 64);
      _tile_dpbf16ps(2, 4, 7);
      _tile_dpbf16ps(3, 5, 7);
    }
}
template <int set>
HEADLIGHT_TILES_INLINE void storeFrom(Tile* products) {
  if constexpr (set == 0) {
    _tile_stored(0, products[0].bytes, 64);
    _tile_stored(1, products[1].bytes, 64);
  } else {
    _tile_stored(2, products[0].bytes, 64);
    _tile_stored(3, products[1].bytes, 64);
  }
}

/// Adds the numbers that two products stand for, of tiles k and k + 1 of 16 rows of weights with 16 rows of x each.
template <bool least>
HEADLIGHT_AVX512_INLINE void addScaled(const Tile& first, const Tile& second, const CodedPanel& weights, Index k,
                                       const float* const (&xSums)[2], Tile& sums) {
  __m512 own[kPanelRows];
#pragma GCC unroll 16
  for (Index r = 0; r < kPanelRows; ++r) own[r] = _mm512_load_ps(sums.bytes + 64 * r);
#pragma GCC unroll 2
  for (Index i = 0; i < 2; ++i) {
    const std::byte* products = (i == 0 ? first : second).bytes;
    const __m512 x = least ? _mm512_loadu_ps(xSums[i]) : __m512();
#pragma GCC unroll 16
    for (Index r = 0; r < kPanelRows; ++r) {
      own[r] = _mm512_fmadd_ps(_mm512_load_ps(products + 64 * r), _mm512_set1_ps(weights.scale[k + i][r]), own[r]);
      if constexpr (least) own[r] = _mm512_fnmadd_ps(x, _mm512_set1_ps(weights.least[k + i][r]), own[r]);
    }
  }
#pragma GCC unroll 16
  for (Index r = 0; r < kPanelRows; ++r) _mm512_store_ps(sums.bytes + 64 * r, own[r]);
}

/// Adds the products of tiles k and k + 1 of `pairs` pairs of panels of weights with two tiles of x to `sums`, `apart`
/// tiles from each other; what the rows of those of x sum to is in `xSums`. While products are made, those before are
/// stored, and those before them scaled; `fetchBeside` is called for each pair with what may be fetched meanwhile.
template <bool least>
HEADLIGHT_TILES void addPairs(const CodedPanel* weights, Index pairs, Index k, const Tile* const (&x)[2],
                              const float* const (&xSums)[2], Tile* sums, Index apart, const auto& fetchBeside) {
  Tile products[2][2][2];  // Of the pairs that are made and scaled, of both tiles, of both panels.
  const auto scale = [&](Index pair, Index half) __attribute__((target("avx512f,avx512bw"))) {
    const auto& made = products[pair % 2];
    const Index g = 2 * pair + half;
    addScaled<least>(made[0][half], made[1][half], weights[g], k, xSums, sums[g * apart]);
  };
  const auto multiply = [&]<int set>(Index pair, std::integral_constant<int, set>)
      __attribute__((target("avx512f,avx512bw,amx-tile,amx-bf16"))) {
    _tile_loadd(4, weights[2 * pair].codes[k + set].bytes, 64);
    _tile_loadd(5, weights[2 * pair + 1].codes[k + set].bytes, 64);
    multiplyInto<set>(x[set]);
  };
  using First = std::integral_constant<int, 0>;
  using Second = std::integral_constant<int, 1>;
  for (Index pair = 0; pair < pairs + 2; ++pair) {
    if (pair < pairs) {
      fetchBeside(pair);
      multiply(pair, First());
    }
    amx::writeAll();
    if (pair > 1) scale(pair - 2, 1);
    amx::writeAll();
    if (pair > 0 && pair <= pairs) storeFrom<1>(products[(pair - 1) % 2][1]);
    if (pair < pairs) multiply(pair, Second());
    amx::writeAll();
    if (pair > 0 && pair <= pairs) scale(pair - 1, 0);
    amx::writeAll();
    if (pair < pairs) storeFrom<0>(products[pair % 2][0]);
  }
}

}  // namespace

HEADLIGHT_TILES void multiplyCodes(const SplitRows& x, Index top, const WeightMatrix& weight, Index from,
                                   MatrixOut out) {
  thread_local CodedBuffers buffers;
  const Index panel = top / kPanelRows, panels = (out.rows() + kPanelRows - 1) / kPanelRows;
  const Index pairs = (out.cols() + kPairRows - 1) / kPairRows;
  buffers.panels.resize(static_cast<std::size_t>(2 * pairs));
  buffers.sums.assign(static_cast<std::size_t>(2 * pairs * panels), Tile{});
  const auto rowsAt = [&](Index g) { return std::clamp<Index>(out.cols() - g * kPanelRows, 0, kPanelRows); };
  amx::beginTiles();
  for (Index piece = 0; piece < x.pieces(); ++piece) {
    const Index col = piece * kPiece, cols = std::min(kPiece, x.cols() - col), depth = x.depthOf(piece);
    for (Index g = 0; g < 2 * pairs; ++g)
      readPanel(weight, from + g * kPanelRows, rowsAt(g), col, cols, buffers.panels[static_cast<std::size_t>(g)]);
    amx::writeAll();
    const bool anyLeast =
        std::any_of(buffers.panels.begin(), buffers.panels.end(), [](const CodedPanel& some) { return some.anyLeast; });
    // Two tiles of x stay in the first cache, while weights go through it.
    const Index turns = (depth + 1) / 2 * panels;
    Index turn = 0;
    for (Index k = 0; k < depth; k += 2)
      for (Index p = 0; p < panels; ++p, ++turn) {
        // The codes of a tile behind the last are zeros, with which the last one of x stands in.
        const Index next = std::min(k + 1, depth - 1);
        const Tile* rows = x.tilesOf(piece, panel + p);
        const float* rowSums = x.sumsOf(piece, panel + p);
        const Tile* const two[2] = {rows + k * kParts, rows + next * kParts};
        const float* const twoSums[2] = {rowSums + k * kPanelRows, rowSums + next * kPanelRows};
        const auto fetchBeside = [&](Index pair) {
          const Index row = pair * kPairRows;
          if (piece + 1 < x.pieces())
            amx::fetchShare(weight, from + row, std::min(kPairRows, out.cols() - row), col + kPiece, turn, turns);
          else
            amx::fetchOut(out, {p * kPanelRows + k * kPanelRows / depth, row, 2 * kPanelRows / depth, kPairRows});
        };
        Tile* sums = buffers.sums.data() + p;
        if (anyLeast)
          addPairs<true>(buffers.panels.data(), pairs, k, two, twoSums, sums, panels, fetchBeside);
        else
          addPairs<false>(buffers.panels.data(), pairs, k, two, twoSums, sums, panels, fetchBeside);
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
