#include "core/circuits/token_flow.h"

#include "core/analysis/rollout.h"
#include "core/attention/trace_maps.h"

namespace headlight {

Findings tokenFlow(const AnalysisQuestion& q) {
  const TraceMaps maps(q.a);
  NamedTensor flows = madeTensor("flow.A", {layerAxis(q.theModel()), tokenAxis(*q.a), tokenAxis(*q.a, "source")});
  for (Index layer = 0; layer < flows.axes[0].size; ++layer) {
    const auto layers = static_cast<double>(flows.axes[0].size);
    const Progress part =
        q.progress.slice(static_cast<double>(layer) / layers, static_cast<double>(layer + 1) / layers);
    const Eigen::MatrixXd flow = attentionFlow(maps, static_cast<int>(layer), part);
    for (Index token = 0; token < flow.rows(); ++token)
      for (Index source = 0; source < flow.cols(); ++source) flows({layer, token, source}) = flow(token, source);
  }
  return {std::move(flows)};
}

}  // namespace headlight
