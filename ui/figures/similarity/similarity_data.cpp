#include "ui/figures/similarity/similarity_data.h"

#include <cmath>

#include "core/analysis/similarity.h"

namespace headlight {

std::vector<Index> SimilarityData::nearest(Index index) const {
  std::vector<Index> others;
  for (Index other = 0; other < count(); ++other)
    if (other != index) others.push_back(other);
  std::stable_sort(others.begin(), others.end(),
                   [&](Index a, Index b) { return distances(index, a) < distances(index, b); });
  return others;
}

SimilarityData computeSimilarity(const AttentionMaps& maps, const Progress& progress) {
  SimilarityData out;
  out.layers = maps.layers();
  out.heads = maps.allHeads();
  out.distances = headDivergences(maps, progress.slice(0, 0.95)).cwiseMax(0.0).cwiseSqrt();
  const Index n = out.count();
  out.points = Eigen::MatrixXd::Zero(n, 2);
  const Eigen::MatrixXd found = layOutByDistance(out.distances, std::min<Index>(2, n));
  out.points.leftCols(found.cols()) = found;
  double missed = 0, all = 0;
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < i; ++j) {
      const double d = out.distances(i, j), drawn = (out.points.row(i) - out.points.row(j)).norm();
      missed += (d - drawn) * (d - drawn);
      all += d * d;
    }
  out.stress = all > 0 ? std::sqrt(missed / all) : 0;
  progress(1);
  return out;
}

}  // namespace headlight
