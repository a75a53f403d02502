#include "core/analysis/rollout.h"

#include <string>

#include "core/attention/matrix_maps.h"
#include "core/base/error.h"

namespace headlight {

Eigen::MatrixXd mixingMatrix(const AttentionMaps& maps, int layer) {
  if (maps.queries() != maps.keys())
    throw Error("rollout: expected as many queries as keys, found " + std::to_string(maps.queries()) + " and " +
                std::to_string(maps.keys()));
  Eigen::MatrixXd mean = Eigen::MatrixXd::Zero(maps.queries(), maps.keys());
  for (int head = 0; head < maps.heads(); ++head) mean += maps.weights({layer, head}).cast<double>();
  return 0.5 * (mean / maps.heads() + Eigen::MatrixXd::Identity(maps.queries(), maps.keys()));
}

std::shared_ptr<const AttentionMaps> rollout(const AttentionMaps& maps, const Progress& progress) {
  std::vector<std::vector<Matrix>> layers;
  Eigen::MatrixXd rolled;
  for (int layer = 0; layer < maps.layers(); ++layer) {
    const Eigen::MatrixXd mixing = mixingMatrix(maps, layer);
    rolled = layer == 0 ? mixing : Eigen::MatrixXd(mixing * rolled);
    layers.push_back({rolled.cast<float>()});
    progress(static_cast<double>(layer + 1) / maps.layers(), "rollout");
  }
  return std::make_shared<MatrixMaps>(std::move(layers), maps.queryTokens(), maps.keyTokens());
}

}  // namespace headlight
