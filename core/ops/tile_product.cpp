#include "core/ops/tile_product.h"

#include <algorithm>
#include <cassert>
#include <vector>

#include "core/checkpoint/number_kernels.h"
#include "core/ops/gemm.h"
#ifdef HEADLIGHT_AMX
#include "core/ops/amx_tiles.h"
#include "core/ops/coded_tiles.h"
#endif

namespace headlight {

#ifdef HEADLIGHT_AMX
namespace {

using amx::kPiece, amx::kPieceTiles, amx::kTileDepth, amx::kPanelRows, amx::Tile;

/// Rows of weights that are split together, two tiles of them; and how deep products go before sums are put away, so
/// that the weights of one and the rows of the other stay in the first cache.
constexpr Index kGroupRows = 2 * kPanelRows, kDepth = 4;
static_assert(kPiece == kWholeScaled);

HEADLIGHT_TILES_INLINE void loadWeights(const Tile* first, Index next) {
  _tile_loadd(4, first[0].bytes, 64);
  _tile_loadd(5, first[next].bytes, 64);
}
template <int panels>
HEADLIGHT_TILES_INLINE void loadRows(const Tile* first, const Tile* second) {
  _tile_loadd(6, first->bytes, 64);
  if constexpr (panels == 2) _tile_loadd(7, second->bytes, 64);
}
/// Adds the products of the tiles that are loaded.
template <int panels>
HEADLIGHT_TILES_INLINE void addProducts() {
  _tile_dpbf16ps(0, 4, 6);
  if constexpr (panels == 2) _tile_dpbf16ps(1, 4, 7);
  _tile_dpbf16ps(2, 5, 6);
  if constexpr (panels == 2) _tile_dpbf16ps(3, 5, 7);
}

/// Adds the products of two tiles' rows of weights with one or two panels of x, `depth` tiles of each, to `sums`
/// [2][panels]. Part i of the weights meets part j of x where i + j < 3; the others are below single precision.
template <Index parts, int panels>
HEADLIGHT_TILES void multiplyGroup(const Tile* weights, const Tile* x, const Tile* nextX, Index depth, bool add,
                                   Tile* sums, Index nextSums) {
  if (add) {
    _tile_loadd(0, sums[0].bytes, 64);
    if constexpr (panels == 2) _tile_loadd(1, sums[1].bytes, 64);
    _tile_loadd(2, sums[nextSums].bytes, 64);
    if constexpr (panels == 2) _tile_loadd(3, sums[nextSums + 1].bytes, 64);
  } else {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
  }
  for (Index k = 0; k < depth; ++k, weights += 2 * parts, x += amx::kParts, nextX += amx::kParts) {
    loadWeights(weights, parts);
    loadRows<panels>(x + 2, nextX + 2);
    addProducts<panels>();
    loadRows<panels>(x + 1, nextX + 1);
    addProducts<panels>();
    if constexpr (parts > 1) {
      loadWeights(weights + 1, parts);
      addProducts<panels>();
    }
    loadRows<panels>(x, nextX);
    addProducts<panels>();
    if constexpr (parts > 2) {
      loadWeights(weights + 2, parts);
      addProducts<panels>();
    }
    if constexpr (parts > 1) {
      loadWeights(weights, parts);
      addProducts<panels>();
    }
  }
  _tile_stored(0, sums[0].bytes, 64);
  if constexpr (panels == 2) _tile_stored(1, sums[1].bytes, 64);
  _tile_stored(2, sums[nextSums].bytes, 64);
  if constexpr (panels == 2) _tile_stored(3, sums[nextSums + 1].bytes, 64);
}

/// Where the numbers of weights come from, a piece of some rows at a time.
struct WeightRows {
  const WeightMatrix& weight;
  bool inOut;
  std::vector<float>& buffer;
  NumberKernels kernels;
  float scale[kGroupRows] = {};  ///< What whole numbers are scaled by, where the format has such.

  bool areWhole() const { return !inOut && kernels.unpackWhole != nullptr; }
};

/// 16 numbers of row `row` from column `col` on, and zeros behind the ends of both.
HEADLIGHT_AVX512_INLINE __m512 numbersIn(const Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>& m, Index row,
                                         Index col) {
  const Index left = row < m.rows() ? m.cols() - col : 0;
  return amx::numbersAt(left > 0 ? m.data() + row * m.outerStride() + col : m.data(), left);
}

/// Splits columns [col, col + cols) of `rows` rows of weights from `row` on, at most kGroupRows of them, into `tiles`:
/// for each 32 columns the parts of the first 16 rows, then those of the others.
template <Index parts>
HEADLIGHT_AVX512 void splitWeights(WeightRows& from, Index row, Index rows, Index col, Index cols, Tile* tiles) {
  const Index depth = (cols + kTileDepth - 1) / kTileDepth;
  if (from.inOut) {
    // Rows of the matrix are columns here: split where they lie, the tiles are turned.
    const auto numbers = from.weight.blockAsFloats({col, row, cols, rows}, from.buffer);
    for (Index k = 0; k < depth; ++k)
      for (Index half = 0; half < 2; ++half) {
        Tile* tile = tiles + (2 * k + half) * parts;
        for (Index pair = 0; pair < 16; ++pair) {
          const Index c = k * kTileDepth + pair, r = half * kPanelRows;
          amx::splitPairs<parts>(numbersIn(numbers, c, r), numbersIn(numbers, c + 16, r), tile->bytes + 64 * pair);
        }
        for (Index part = 0; part < parts; ++part) amx::turn(tile[part]);
      }
    return;
  }
  const WeightMatrix& weight = from.weight;
  const bool inPlace = weight.isSinglePrecision(), whole = from.areWhole();
  const std::size_t begin = weight.bytesOfColumns(col);
  for (Index r = 0; r < rows; ++r) {
    const std::byte* packed = weight.row(row + r) + begin;
    if (col == 0) amx::fetchFirst(weight, row + r);
    if (whole)
      from.kernels.unpackWhole(packed, from.buffer.data(), from.scale + r, cols);
    else if (!inPlace)
      from.kernels.unpack(packed, from.buffer.data(), cols);
    const float* numbers = inPlace ? reinterpret_cast<const float*>(packed) : from.buffer.data();
    Tile* tile = tiles + r / kPanelRows * parts;
    for (Index k = 0; k < depth; ++k, numbers += kTileDepth, tile += 2 * parts) {
      const Index left = cols - k * kTileDepth;
      amx::splitPairs<parts>(amx::numbersAt(numbers, left), amx::numbersAt(numbers + (left > 16 ? 16 : 0), left - 16),
                             tile->bytes + 64 * (r % kPanelRows));
    }
  }
}

/// What a thread works in.
struct Buffers {
  std::vector<float> numbers;
  std::vector<Tile> weights, sums, products;
};

/// Adds what the products of whole numbers [2][panels] stand for to `sums`, or puts it there.
HEADLIGHT_AVX512 void addScaled(const Tile* products, const float* scale, Index panels, bool add, Tile* sums) {
  for (Index i = 0; i < 2 * panels; ++i)
#pragma GCC unroll 16
    for (Index r = 0; r < kPanelRows; ++r) {
      std::byte* sum = sums[i].bytes + 64 * r;
      const __m512 before = add ? _mm512_load_ps(sum) : _mm512_setzero_ps();
      const __m512 times = _mm512_set1_ps(scale[i / panels * kPanelRows + r]);
      _mm512_store_ps(sum, _mm512_fmadd_ps(_mm512_load_ps(products[i].bytes + 64 * r), times, before));
    }
}

template <Index parts>
HEADLIGHT_TILES void addPiece(const SplitRows& x, Index piece, Index panel, Index panels, WeightRows& weights,
                              Index from, MatrixOut out, Buffers& buffers) {
  const Index col = piece * kPiece, cols = std::min(kPiece, x.cols() - col), depth = x.depthOf(piece);
  const bool whole = weights.areWhole(), last = piece + 1 == x.pieces();
  Tile* tiles = buffers.weights.data();
  for (Index c = 0; c < out.cols(); c += kGroupRows) {
    const Index some = std::min(kGroupRows, out.cols() - c);
    splitWeights<parts>(weights, from + c, some, col, cols, tiles);
    amx::writeAll();
    Tile* sums = buffers.sums.data() + c / kPanelRows * panels;
    Tile* products = whole ? buffers.products.data() : sums;
    for (Index k = 0; k < depth; k += kDepth) {
      const Tile* part = tiles + k * 2 * parts;
      const Index deep = std::min(kDepth, depth - k);
      const bool add = (!whole && piece > 0) || k > 0;
      const auto rows = [&](Index p) { return x.tilesOf(piece, panel + p) + k * amx::kParts; };
      for (Index p = 0; p < panels; p += 2) {
        if (k == 0 && !last && !weights.inOut)
          amx::fetchShare(weights.weight, from + c, some, col + kPiece, p / 2, (panels + 1) / 2);
        if (p + 2 <= panels)
          multiplyGroup<parts, 2>(part, rows(p), rows(p + 1), deep, add, products + p, panels);
        else
          multiplyGroup<parts, 1>(part, rows(p), rows(p), deep, add, products + p, panels);
      }
    }
    amx::writeAll();
    if (whole) addScaled(products, weights.scale, panels, piece > 0, sums);
  }
}

}  // namespace

bool multipliesTiles(Index rows, Dtype format) {
  // Fewer wait for the weights, which are split more slowly than they are multiplied with where they lie.
  constexpr Index kLeast = 4, kLeastInPlace = 16;
  return rows >= (format == Dtype::F32 ? kLeastInPlace : kLeast) && amx::isUsed();
}

void multiplyTiles(const SplitRows& x, Index top, const WeightMatrix& weight, bool inOut, Index from, MatrixOut out) {
  assert(top % kPanelRows == 0 && top + out.rows() <= x.rows() && x.cols() == (inOut ? weight.rows() : weight.cols()));
  countMultiplyAdds(out.rows() * x.cols() * out.cols());
  if (!inOut && kernelsOf(weight.format()).unpackCodes) {
    multiplyCodes(x, top, weight, from, out);
    return;
  }
  thread_local Buffers buffers;
  const Index panel = top / kPanelRows, panels = (out.rows() + kPanelRows - 1) / kPanelRows;
  const Index groups = (out.cols() + kGroupRows - 1) / kGroupRows;
  buffers.numbers.resize(kPiece * kGroupRows);
  buffers.weights.resize(static_cast<std::size_t>(kPieceTiles * 2 * amx::kParts));
  buffers.sums.resize(static_cast<std::size_t>(groups * 2 * panels));
  buffers.products.resize(static_cast<std::size_t>(2 * panels));
  WeightRows weights{weight, inOut, buffers.numbers, kernelsOf(weight.format())};
  const Index parts = weights.areWhole() ? weights.kernels.wholeParts : bfloat16PartsOf(weight.format());
  amx::beginTiles();
  for (Index piece = 0; piece < x.pieces(); ++piece)
    (parts == 1   ? addPiece<1>
     : parts == 2 ? addPiece<2>
                  : addPiece<3>)(x, piece, panel, panels, weights, from, out, buffers);
  amx::endTiles();
  amx::putSums(buffers.sums, panels, out);
}
#else
bool multipliesTiles(Index, Dtype) { return false; }
void multiplyTiles(const SplitRows&, Index, const WeightMatrix&, bool, Index, MatrixOut) {}
#endif

}  // namespace headlight
