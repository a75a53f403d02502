#include "core/model/stages.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/model/embedding.h"

namespace headlight {
namespace {

/// `length` filled up to whole windows.
Index filledUp(Index length, Index window) { return (length + window - 1) / window * window; }

/// The tokens of patches alone.
Encoding patchesOf(const Encoding& encoding) {
  Encoding patches;
  std::copy_if(encoding.tokens.begin(), encoding.tokens.end(), std::back_inserter(patches.tokens),
               [](const Token& token) { return !fillsGrid(token); });
  return patches;
}

/// Blocks of 2 · 2 patches of the stage before, one after the other in a row: column by column, zeros beyond the edge.
Matrix mergedPatches(const Trace& before) {
  const StageGrid grid = gridOf(before.encoding);
  const CachedRows& states = before.hiddenStates.back();
  const Index width = states.cols(), rows = (grid.rows + 1) / 2, cols = (grid.cols + 1) / 2;
  Matrix out = Matrix::Zero(rows * cols, 4 * width);
  for (Index row = 0; row < grid.rows; ++row)
    for (Index col = 0; col < grid.cols; ++col)
      out.block(row / 2 * cols + col / 2, (col % 2 * 2 + row % 2) * width, 1, width) =
          states.middleRows(row * grid.allCols + col, 1);
  return out;
}

}  // namespace

bool fillsGrid(const Token& token) {
  const ImagePlace* place = token.imagePlace();
  return token.special && place && place->row >= 0;
}

StageGrid gridOf(const Encoding& encoding) {
  StageGrid grid;
  for (const Token& token : encoding.tokens) {
    const ImagePlace* place = token.imagePlace();
    if (!place) continue;
    grid.allRows = std::max<Index>(grid.allRows, place->row + 1);
    grid.allCols = std::max<Index>(grid.allCols, place->col + 1);
    if (fillsGrid(token)) continue;
    grid.rows = std::max<Index>(grid.rows, place->row + 1);
    grid.cols = std::max<Index>(grid.cols, place->col + 1);
  }
  return grid;
}

Encoding stageTokens(const Architecture& stage, const Encoding& before) {
  const StageGrid old = gridOf(before);
  const Index side = stage.embedding.merges ? 2 : 1, window = stage.layers.front().attention.window;
  const Index rows = (old.rows + side - 1) / side, cols = (old.cols + side - 1) / side;
  if (std::min(rows, cols) < window)
    throw Error("image: expected at least " + std::to_string(window) + " rows and columns of patches in stage " +
                std::to_string(stagesBefore(stage) + 1) + ", which is one window, found " + std::to_string(rows) +
                " and " + std::to_string(cols));
  // All patches are of one size.
  const PictureBox& first = before.tokens.front().imagePlace()->box;
  const double left = static_cast<double>(first[0]), top = static_cast<double>(first[1]);
  const auto s = static_cast<double>(side);
  const double wide = s * (static_cast<double>(first[2]) - left), high = s * (static_cast<double>(first[3]) - top);
  Encoding encoding;
  for (Index row = 0; row < filledUp(rows, window); ++row)
    for (Index col = 0; col < filledUp(cols, window); ++col) {
      const bool fills = row >= rows || col >= cols;
      const auto edge = [](double from, double step, Index number) {
        return static_cast<float>(from + step * static_cast<double>(number));
      };
      ImagePlace place{0, 0, static_cast<int>(row), static_cast<int>(col)};
      place.box = {edge(left, wide, col), edge(top, high, row), edge(left, wide, col + 1), edge(top, high, row + 1)};
      Token token;
      token.id = static_cast<std::int64_t>(encoding.size());
      token.text = token.display = fills ? "[PAD]" : "r" + std::to_string(row) + "c" + std::to_string(col);
      token.special = fills;
      if (!fills) token.sequence = 0;
      token.place = place;
      encoding.tokens.push_back(std::move(token));
    }
  return encoding;
}

std::vector<Encoding> tokensOfStages(const Architecture& last, const Encoding& image) {
  if (!last.earlier) return {stageTokens(last, image)};
  std::vector<Encoding> stages = tokensOfStages(*last.earlier, image);
  stages.push_back(stageTokens(last, stages.back()));
  return stages;
}

Encoding imageTokens(const Trace& last) { return last.earlier ? imageTokens(*last.earlier) : patchesOf(last.encoding); }

AttentionType attentionOf(const Architecture& stage) {
  const int number = stagesBefore(stage);
  return number + 1 < stage.stages ? stageNumbered(number) : AttentionType::Self;
}

void refuseStages(const std::string& what, const Architecture& last) {
  if (last.earlier)
    throw Error(what + ": expected a model of one stack of layers, found one of " + std::to_string(last.stages) +
                " stages");
}

Matrix stageInput(const Architecture& stage, const Weights& weights, const Trace& trace) {
  const Encoding patches = patchesOf(trace.encoding);
  const Matrix made = trace.earlier ? embedVectors(stage, weights, patches, mergedPatches(*trace.earlier))
                                    : embed(stage, weights, patches, {trace.pixels.get()});
  Matrix out = Matrix::Zero(static_cast<Index>(trace.encoding.size()), made.cols());
  Index patch = 0;
  for (Index i = 0; i < out.rows(); ++i)
    if (!fillsGrid(trace.encoding.tokens[static_cast<std::size_t>(i)])) out.row(i) = made.row(patch++);
  return out;
}

GridWindows gridWindows(const AttentionSpec& part, const Encoding& encoding) {
  const StageGrid grid = gridOf(encoding);
  const Index side = part.window;
  // Windows that hold all rows or columns do not move.
  const Index shift = std::min(grid.rows, grid.cols) <= side ? 0 : part.windowShift;
  // The number of a window along an axis, and where in it a row or column is.
  const auto numberOf = [&](Index at) { return at < shift ? 0 : (at - shift) / side + 1; };
  const auto inside = [&](Index at) { return at < shift ? at + side - shift : (at - shift) % side; };
  std::vector<Visibility::Range> ranges;
  std::vector<Index> windows;
  GridWindows out;
  for (const Token& token : encoding.tokens) {
    const ImagePlace& place = *token.imagePlace();
    const Index row = place.row, strip = numberOf(row);
    const Index begin = row - (row < shift ? row : inside(row));
    const Index end = std::min(grid.allRows, row < shift ? shift : begin + side);
    ranges.push_back({begin * grid.allCols, end * grid.allCols});
    windows.push_back(strip * (grid.allCols + 1) + numberOf(place.col));
    out.cells.push_back(inside(row) * (2 * side - 1) + inside(place.col));
  }
  out.ranges = std::make_shared<const std::vector<Visibility::Range>>(std::move(ranges));
  out.windows = std::make_shared<const std::vector<Index>>(std::move(windows));
  return out;
}

}  // namespace headlight
