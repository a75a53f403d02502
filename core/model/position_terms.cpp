#include "core/model/position_terms.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/checkpoint/dtype.h"

namespace headlight {
namespace {

/// The heads' slopes: powers of 2^(-most/n) for n heads; where n is no power of two, every second power of the next
/// finer sequence follows.
std::vector<float> alibiSlopes(int heads, double most) {
  int whole = 1;
  while (2 * whole <= heads) whole *= 2;
  std::vector<float> slopes;
  for (int i = 1; i <= whole; ++i) slopes.push_back(static_cast<float>(std::exp2(-most * i / whole)));
  for (int i = 1; static_cast<int>(slopes.size()) < heads; i += 2)
    slopes.push_back(static_cast<float>(std::exp2(-most * i / (2 * whole))));
  return slopes;
}

/// Small distances exactly, larger ones in logarithmic steps (Raffel et al. 2020): half of the buckets for keys up to
/// the query, half for keys ahead of it, or all for keys up to the query. In single precision, as the models were
/// trained.
Index t5Bucket(Index distance, const RelativeBiasSpec& part) {
  const Index half = part.bothWays ? part.buckets / 2 : part.buckets, exact = half / 2, maxDistance = part.maxDistance;
  const Index n = part.bothWays ? std::abs(distance) : std::max<Index>(-distance, 0);
  Index bucket = n;
  if (n >= exact) {
    const float step = std::log(static_cast<float>(n) / static_cast<float>(exact)) /
                       static_cast<float>(std::log(static_cast<double>(maxDistance) / static_cast<double>(exact)));
    bucket = std::min(exact + static_cast<Index>(step * static_cast<float>(half - exact)), half - 1);
  }
  return (part.bothWays && distance > 0 ? half : 0) + bucket;
}

/// The distance itself up to half of the buckets, larger ones in logarithmic steps (He et al. 2021).
Index debertaBucket(Index distance, Index buckets, Index maxDistance) {
  const Index middle = buckets / 2, n = std::abs(distance);
  if (n <= middle) return distance;
  const float part = std::log(static_cast<float>(n) / static_cast<float>(middle)) /
                     static_cast<float>(std::log(static_cast<double>(maxDistance - 1) / static_cast<double>(middle)));
  const Index bucket = static_cast<Index>(std::ceil(part * static_cast<float>(middle - 1))) + middle;
  return distance < 0 ? -bucket : bucket;
}

}  // namespace

Matrix alibiTerm(const AttentionSpec& part, const std::vector<Index>& places) {
  const int heads = part.heads;
  const std::vector<float> slopes = alibiSlopes(heads, static_cast<double>(part.alibiMost));
  Matrix term(heads, static_cast<Index>(places.size()));
  for (Index h = 0; h < heads; ++h)
    for (Index j = 0; j < term.cols(); ++j) {
      const float slope = slopes[static_cast<std::size_t>(h)];
      const auto place = static_cast<float>(places[static_cast<std::size_t>(j)]);
      // Falcon keeps slope, place and product in bfloat16, and scales the term with the scores. The reference's eager
      // attention adds it twice, to the scores and with the causal mask.
      term(h, j) = part.alibi == Alibi::BeforeScale
                       ? 2 * part.scale * roundToBfloat16(roundToBfloat16(slope) * roundToBfloat16(place))
                       : slope * place;
    }
  return term;
}

Matrix relativeBiasTerm(const RelativeBiasSpec& part, MatrixView table, Index keys) {
  Matrix term(table.cols(), 2 * keys - 1);
  for (Index d = 0; d < term.cols(); ++d) term.col(d) = table.row(t5Bucket(d - (keys - 1), part)).transpose();
  return term;
}

std::vector<Index> gridCells(const RelativeBiasSpec& part, const Encoding& encoding) {
  std::vector<Index> cells;
  for (const Token& token : encoding.tokens) {
    const ImagePlace* place = token.imagePlace();
    if (place && (place->row >= part.grid[0] || place->col >= part.grid[1]))
      throw Error("expected a picture of " + std::to_string(part.grid[0]) + " × " + std::to_string(part.grid[1]) +
                  " patches, found one in row " + std::to_string(place->row) + " and column " +
                  std::to_string(place->col));
    cells.push_back(place && place->row >= 0 ? place->row * (2 * part.grid[1] - 1) + place->col : -1);
  }
  return cells;
}

Index stepZero(const RelativeBiasSpec& part) { return (part.grid[0] - 1) * (2 * part.grid[1] - 1) + part.grid[1] - 1; }

void growQueries(const QueryGrowthSpec& part, Index first, MatrixOut queries) {
  for (Index i = 0; i < queries.rows(); ++i) {
    const double periods = std::floor(static_cast<double>(first + i + part.offset) / part.period);
    queries.row(i) *= static_cast<float>(1 + part.factor * std::log1p(periods));
  }
}

std::vector<int> disentangledBuckets(const DisentangledSpec& part, Index keys) {
  std::vector<int> rows(static_cast<std::size_t>(2 * keys - 1));
  for (Index d = 0; d < 2 * keys - 1; ++d) {
    Index distance = (keys - 1) - d;  // The model counts from key to query.
    if (part.buckets > 0) distance = debertaBucket(distance, part.buckets, part.maxDistance);
    rows[static_cast<std::size_t>(d)] = static_cast<int>(std::clamp<Index>(distance + part.span, 0, 2 * part.span - 1));
  }
  return rows;
}

}  // namespace headlight
