#include "core/analysis/rollout.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/attention/matrix_maps.h"
#include "core/attention/row_bands.h"
#include "core/base/bytes_text.h"
#include "core/base/error.h"
#include "core/base/parallel.h"

namespace headlight {
namespace {

/// Rows [first, first + count) of M: [count, N].
Eigen::MatrixXd mixingRows(const AttentionMaps& maps, int layer, Index first, Index count) {
  Eigen::MatrixXd mean = Eigen::MatrixXd::Zero(count, maps.keys());
  const std::vector<int> heads = maps.headNumbers();
  for (const int head : heads) mean += maps.weights({layer, head}, {first, 0, count, maps.keys()}).cast<double>();
  mean /= static_cast<double>(heads.size());
  mean.middleCols(first, count) += Eigen::MatrixXd::Identity(count, count);
  return 0.5 * mean;
}

void mustBeSquare(const AttentionMaps& maps) {
  if (maps.queries() != maps.keys())
    throw Error("rollout: expected as many queries as keys, found " + std::to_string(maps.queries()) + " and " +
                std::to_string(maps.keys()));
}

/// The columns of a matrix up to the last one that is not 0.
Index reachOf(const Eigen::MatrixXd& rows) {
  Index reach = rows.cols();
  while (reach > 0 && rows.col(reach - 1).isZero(0)) --reach;
  return reach;
}

}  // namespace

Index mostRolloutTokens(int layers) {
  // Of each layer the result in single precision, of two the rows in double precision.
  return static_cast<Index>(std::sqrt(kMostRolloutBytes / (4.0 * layers + 16)));
}

Eigen::MatrixXd mixingMatrix(const AttentionMaps& maps, int layer) {
  mustBeSquare(maps);
  return mixingRows(maps, layer, 0, maps.queries());
}

std::shared_ptr<const AttentionMaps> rollout(const AttentionMaps& maps, const Progress& progress) {
  mustBeSquare(maps);
  const Index n = maps.queries(), most = mostRolloutTokens(maps.layers());
  if (n > most)
    throw Error("rollout: expected at most " + std::to_string(most) + " tokens of " + std::to_string(maps.layers()) +
                " layers (" + bytesText(kMostRolloutBytes) + " of memory), found " + std::to_string(n));
  const Index band = bandRows(n, n);
  const auto layers = static_cast<std::size_t>(maps.layers());
  std::vector<std::vector<Matrix>> results(layers);
  Eigen::MatrixXd before, rolled;
  std::vector<Index> reach(static_cast<std::size_t>(n), n), next = reach;  // Columns of each row that are not 0.
  for (std::size_t layer = 0; layer < layers; ++layer) {
    std::swap(before, rolled);
    std::swap(reach, next);
    rolled.setZero(n, n);
    Matrix& result = results[layer].emplace_back(n, n);
    for (Index from = 0; from < n; from += band) {
      progress((static_cast<double>(layer) + static_cast<double>(from) / static_cast<double>(n)) /
                   static_cast<double>(layers),
               "rollout");
      const Index count = std::min(band, n - from);
      const Eigen::MatrixXd mixing = mixingRows(maps, static_cast<int>(layer), from, count);
      Index width = reachOf(mixing);
      if (layer == 0) {
        rolled.middleRows(from, count) = mixing;
      } else {
        // Rows of a causal model end at the diagonal, and so does what they are multiplied with.
        const Index seen = width;
        width = *std::max_element(reach.begin(), reach.begin() + seen);
        constexpr Index kPiece = 256;
        parallelFor((width + kPiece - 1) / kPiece, [&](Index piece) {
          const Index at = piece * kPiece, columns = std::min(kPiece, width - at);
          rolled.block(from, at, count, columns).noalias() = mixing.leftCols(seen) * before.block(0, at, seen, columns);
        });
      }
      std::fill_n(next.begin() + from, count, width);
      result.middleRows(from, count) = rolled.middleRows(from, count).cast<float>();
    }
  }
  progress(1, "rollout");
  return std::make_shared<MatrixMaps>(std::move(results), maps.queryTokens(), maps.keyTokens(),
                                      maps.rowsSumToOne());
}

}  // namespace headlight
