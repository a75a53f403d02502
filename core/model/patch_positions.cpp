#include "core/model/patch_positions.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/image/pixel_input.h"
#include "core/image/resample.h"

namespace headlight {
namespace {

/// Which cells of the old line a new one is made of, and how much of each.
using Mixture = std::vector<std::pair<Index, float>>;

/// Keys 1981, with a = -3/4, as the library torch has it without antialiasing: four cells, the ends repeated.
Mixture bicubicMixture(Index at, Index from, Index to) {
  constexpr float a = -0.75F;
  const float scale = static_cast<float>(from) / static_cast<float>(to);
  const float centre = scale * (static_cast<float>(at) + 0.5F) - 0.5F;
  const float floor = std::floor(centre), t = centre - floor;
  const auto near = [](float x) { return ((a + 2) * x - (a + 3)) * x * x + 1; };
  const auto far = [](float x) { return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a; };
  const float weights[] = {far(t + 1), near(t), near(1 - t), far(2 - t)};
  Mixture out;
  for (int i = 0; i < 4; ++i)
    out.emplace_back(std::clamp<Index>(static_cast<Index>(floor) - 1 + i, 0, from - 1), weights[i]);
  return out;
}

/// Bilinear, the corners of both grids on each other.
Mixture cornersMixture(Index at, Index from, Index to) {
  const float place =
      to > 1 ? static_cast<float>(at) * (static_cast<float>(from - 1) / static_cast<float>(to - 1)) : 0.0F;
  const auto below = std::min<Index>(static_cast<Index>(place), from - 1);
  const float t = place - static_cast<float>(below);
  return {{below, 1 - t}, {std::min<Index>(below + 1, from - 1), t}};
}

/// The ends 1 / cells, 2 / cells … below 1 of equal steps, rounded as the library torch fills such a line on x86:
/// sixteen at a time in two vectors, whose beginnings are rounded first, and what is left one by one.
std::vector<float> stepEnds(Index cells) {
  const double step = 1 / static_cast<double>(cells);
  const auto count = static_cast<Index>(std::ceil((1 - step) / step));
  std::vector<float> ends;
  for (Index i = 0; i < count; ++i) {
    const auto exact = [&](Index at) { return step + static_cast<double>(at) * step; };
    const auto begin = static_cast<double>(static_cast<float>(exact(i / 8 * 8)));
    ends.push_back(static_cast<float>(i < count / 16 * 16 ? begin + static_cast<double>(i % 8) * step : exact(i)));
  }
  return ends;
}

/// The step of `from` in which each of `to` equal places lies: as many ends as are not beyond it, in single precision
/// (Idefics3; rounding drops a step in some grids).
Mixture bucketMixture(Index at, Index from, Index to) {
  const float place = static_cast<float>(at) * (1 / static_cast<float>(to));
  const std::vector<float> ends = stepEnds(from);
  const auto bucket = std::upper_bound(ends.begin(), ends.end(), place) - ends.begin();
  return {{std::min<Index>(bucket, from - 1), 1.0F}};
}

std::vector<Mixture> mixtures(Index from, Index to, GridResize how) {
  std::vector<Mixture> out;
  if (how == GridResize::BicubicAntialias || how == GridResize::BilinearAntialias) {
    for (const auto& [first, weights] :
         filterWeights(from, to, how == GridResize::BilinearAntialias ? Resampling::Bilinear : Resampling::Bicubic)) {
      Mixture& mixture = out.emplace_back();
      for (std::size_t i = 0; i < weights.size(); ++i)
        mixture.emplace_back(first + static_cast<Index>(i), static_cast<float>(weights[i]));
    }
    return out;
  }
  for (Index i = 0; i < to; ++i)
    out.push_back(how == GridResize::Bicubic   ? bicubicMixture(i, from, to)
                  : how == GridResize::Corners ? cornersMixture(i, from, to)
                                               : bucketMixture(i, from, to));
  return out;
}

}  // namespace

Matrix resizedGrid(const Matrix& grid, std::array<Index, 2> from, std::array<Index, 2> to, GridResize how) {
  if (how == GridResize::None || (from == to && how != GridResize::Buckets)) return grid;
  const auto down = mixtures(from[0], to[0], how), across = mixtures(from[1], to[1], how);
  Matrix wide = Matrix::Zero(from[0] * to[1], grid.cols());
  for (Index row = 0; row < from[0]; ++row)
    for (Index col = 0; col < to[1]; ++col)
      for (const auto& [cell, weight] : across[static_cast<std::size_t>(col)])
        wide.row(row * to[1] + col) += weight * grid.row(row * from[1] + cell);
  Matrix out = Matrix::Zero(to[0] * to[1], grid.cols());
  for (Index row = 0; row < to[0]; ++row)
    for (const auto& [cell, weight] : down[static_cast<std::size_t>(row)])
      out.middleRows(row * to[1], to[1]) += weight * wide.middleRows(cell * to[1], to[1]);
  return out;
}

void addPatchPositions(const EmbeddingSpec& e, const WeightMatrix& table, const PixelInput& pixels,
                       const Encoding& encoding, Matrix& hidden) {
  const PatchesSpec& part = *e.patches;
  std::vector<float> buffer;
  const Matrix all = table.rowsAsFloats(0, table.rows(), buffer);
  const std::array<Index, 2> own{part.rows(), part.cols()};
  const Index learned = table.rows() - own[0] * own[1];
  const Matrix grid = all.bottomRows(own[0] * own[1]);
  std::map<std::array<Index, 2>, Matrix> resized;
  const Index perTile = pixels.cut ? hidden.rows() : pixels.firstPatch + pixels.patches();
  for (Index i = 0; i < hidden.rows(); ++i) {
    const Index inTile = i % perTile;
    if (inTile < pixels.firstPatch) {
      if (inTile < learned) hidden.row(i) += all.row(inTile);
      continue;
    }
    const Token& token = encoding.tokens[static_cast<std::size_t>(i)];
    const ImagePlace* place = token.imagePlace();
    const std::array<Index, 2> to = pixels.grids.empty()
                                        ? std::array<Index, 2>{pixels.rows(), pixels.cols()}
                                        : pixels.grids[static_cast<std::size_t>(place ? place->image : 0)];
    Matrix& cells = resized[to];
    if (cells.size() == 0) cells = resizedGrid(grid, own, to, part.resize);
    Index cell = inTile - pixels.firstPatch;
    if (pixels.cut) cell = place && place->row >= 0 ? place->row * to[1] + place->col : 0;
    hidden.row(i) += cells.row(cell);
  }
}

}  // namespace headlight
