#include "core/ops/linear.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <vector>

#include "core/base/parallel.h"
#include "core/ops/activations.h"
#include "core/ops/few_rows.h"
#include "core/ops/gemm.h"
#include "core/ops/row_product.h"
#include "core/ops/split_rows.h"
#include "core/ops/tile_product.h"

namespace headlight {
namespace {

/// A tile of the output, at most: as quick for each number as the whole product, and small enough that the threads end
/// at nearly the same time. Its part of the output stays in the cache for the bias and the activation.
constexpr Index kTileRows = 256, kTileColumns = 384;
/// Tiles end at multiples of these, the sides of the kernels' registers.
constexpr Index kRowStep = 16, kColumnStep = 64;
/// The same of products that split both sides.
constexpr Index kSplitRows = 256, kSplitColumns = 512, kSplitStep = 32;
/// Bytes of rows that are split at a time.
constexpr std::size_t kSplitBytes = std::size_t{12} << 20;
/// Numbers of a row of weights that are converted at a time: with a tile's columns 1.5 MiB.
constexpr Index kConverted = 1024;
/// Below this many multiplications a second thread costs more than it brings.
constexpr Index kWorthAThread = 1 << 19;

/// `total` cut into equal parts of at most `most`, each a multiple of `step` but the last.
Index partOf(Index total, Index most, Index step) {
  const Index parts = (total + most - 1) / most, part = (total + parts - 1) / parts;
  return (part + step - 1) / step * step;
}

struct Grid {
  Index height = 0, width = 0;  ///< Of a tile.
  Index rows = 0, columns = 0;  ///< Numbers of tiles.
  Index count() const { return rows * columns; }
};

bool takesTiles(const LinearTask& task) { return multipliesTiles(task.out.rows(), task.linear.weight.format()); }

Grid gridOf(const LinearTask& task, bool split) {
  Grid grid;
  const Index rows = task.out.rows(), columns = task.out.cols();
  // Every row of tiles converts the weights again.
  const Index most = task.linear.weight.isSinglePrecision() ? kTileRows : 4 * kTileRows;
  grid.height = split ? partOf(rows, kSplitRows, kSplitStep) : partOf(rows, most, kRowStep);
  grid.width = split ? partOf(columns, kSplitColumns, kSplitStep) : partOf(columns, kTileColumns, kColumnStep);
  grid.rows = (rows + grid.height - 1) / grid.height;
  grid.columns = (columns + grid.width - 1) / grid.width;
  return grid;
}

void runTile(const LinearTask& task, MatrixView x, const SplitRows* split, const Grid& grid, Index tile) {
  thread_local std::vector<float> buffer;
  const Linear& linear = task.linear;
  const Index top = tile % grid.rows * grid.height, left = tile / grid.rows * grid.width;
  const Index rows = std::min(grid.height, x.rows() - top), columns = std::min(grid.width, task.out.cols() - left);
  const Index from = task.from + left;
  const Index in = linear.in(), piece = linear.weight.isSinglePrecision() ? in : kConverted;
  MatrixOut out = task.out;
  auto y = out.block(top, left, rows, columns);
  if (split != nullptr)
    multiplyTiles(*split, top, linear.weight, linear.inOut, from, y);
  else if (x.rows() == 1 && multipliesRow(linear.weight, linear.inOut, from, columns))
    multiplyRow(x, linear.weight, linear.inOut, from, y);
  else
    for (Index i = 0; i < in; i += piece) {
      const Index depth = std::min(piece, in - i);
      const auto part = x.block(top, i, rows, depth);
      if (linear.inOut) {
        multiply(part, linear.weight.blockAsFloats({i, from, depth, columns}, buffer), i > 0, y);
        continue;
      }
      const auto weights = linear.weight.blockAsFloats({from, i, columns, depth}, buffer);
      if (multipliesFewRows(rows))
        multiplyFewRows(part, weights, y, i > 0);
      else
        multiplyTransposed(part, weights, 1, y, i > 0);
    }
  if (linear.scale != 1) y *= linear.scale;
  if (linear.bias.size() > 0) y.rowwise() += linear.bias.segment(from, columns).transpose();
  activate(task.then, y);
}

/// How many rows of `cols` numbers are split at a time, whole rows of tiles.
Index rowsAtOnce(Index cols) {
  const auto one = static_cast<Index>(kSplitBytes / SplitRows::bytesOf(kSplitStep, cols));
  return std::max<Index>(one, 1) * kSplitStep;
}

}  // namespace

void apply(std::span<const LinearTask> tasks, MatrixView x) {
  if (x.rows() == 0) return;
  const bool anyTiles = std::any_of(tasks.begin(), tasks.end(), takesTiles);
  if (const Index most = rowsAtOnce(x.cols()); anyTiles && x.rows() > most) {
    for (Index i = 0; i < x.rows(); i += most) {
      const Index rows = std::min(most, x.rows() - i);
      std::vector<LinearTask> parts;
      for (const LinearTask& task : tasks) {
        MatrixOut out = task.out;
        parts.push_back({task.linear, out.middleRows(i, rows), task.then, task.from});
      }
      headlight::apply(parts, x.middleRows(i, rows));
    }
    return;
  }
  std::optional<SplitRows> split;
  if (anyTiles) split.emplace(x);
  const auto splitFor = [&](const LinearTask& task) {
    return split && split->isWhole() && takesTiles(task) ? &*split : nullptr;
  };
  std::vector<Grid> grids;
  Index tiles = 0, work = 0;
  for (const LinearTask& task : tasks) {
    assert(x.cols() == task.linear.in() && task.out.rows() == x.rows());
    assert(task.from >= 0 && task.from + task.out.cols() <= task.linear.out());
    grids.push_back(gridOf(task, splitFor(task) != nullptr));
    tiles += grids.back().count();
    work += x.rows() * x.cols() * task.out.cols();
  }
  const auto run = [&](Index tile) {
    std::size_t i = 0;
    for (; tile >= grids[i].count(); ++i) tile -= grids[i].count();
    runTile(tasks[i], x, splitFor(tasks[i]), grids[i], tile);
  };
  if (work >= kWorthAThread)
    parallelFor(tiles, run);
  else
    for (Index tile = 0; tile < tiles; ++tile) run(tile);
}

void apply(const Linear& linear, MatrixView x, MatrixOut out) { apply({LinearTask{linear, out}}, x); }

std::optional<Index> independentRows() {
  // Products by tiles are the same however rows are cut.
  constexpr Index kLeast = 16;
  return multipliesTiles(kLeast, Dtype::F32) ? std::optional(kLeast) : std::nullopt;
}

}  // namespace headlight
