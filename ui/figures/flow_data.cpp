#include "ui/figures/flow_data.h"

#include <algorithm>
#include <tuple>

#include "core/analysis/rollout.h"
#include "core/base/error.h"

namespace headlight {
namespace {

/// What one token after `layer` takes from each before it: [N, N].
Matrix layerWeights(const AttentionMaps& maps, int layer, const FlowRequest& request) {
  if (request.weights == FlowWeights::Head) return maps.weights(HeadId{layer, request.head});
  if (request.weights == FlowWeights::Rollout) return mixingMatrix(maps, layer).cast<float>();
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(maps.queries(), maps.keys());
  for (int head = 0; head < maps.heads(); ++head) sum += maps.weights(HeadId{layer, head}).cast<double>();
  return (sum / maps.heads()).cast<float>();
}

}  // namespace

FlowData computeFlow(const AttentionMaps& maps, const FlowRequest& request, const Progress& progress) {
  if (maps.queries() != maps.keys())
    throw Error("token flow: expected as many queries as keys, found " + std::to_string(maps.queries()) + " and " +
                std::to_string(maps.keys()));
  FlowData out;
  out.request = request;
  out.layers = maps.layers();
  out.tokens = maps.queries();
  const Index n = out.tokens;
  out.links.resize(static_cast<std::size_t>(out.layers));
  out.share = Matrix::Zero(out.levels(), n);
  out.sinkMass.assign(static_cast<std::size_t>(out.layers), 0.0);
  if (request.level >= 0 && request.level < out.levels() && request.token >= 0 && request.token < n)
    out.share(request.level, request.token) = 1;
  std::vector<bool> isSink(static_cast<std::size_t>(n), false);
  for (const Index sink : request.sinks)
    if (sink >= 0 && sink < n) isSink[static_cast<std::size_t>(sink)] = true;
  const auto byShare = [](const FlowLink& a, const FlowLink& b) {
    return std::tuple(-a.share, -a.weight, a.query, a.key) < std::tuple(-b.share, -b.weight, b.query, b.key);
  };
  const auto byWeight = [](const FlowLink& a, const FlowLink& b) {
    return std::tuple(-a.weight, a.query, a.key) < std::tuple(-b.weight, b.query, b.key);
  };
  for (int layer = out.layers; layer-- > 0;) {
    const Matrix weights = layerWeights(maps, layer, request);
    // The level of the chosen token has its share already.
    if (layer < request.level) {
      const Eigen::RowVectorXd above = out.share.row(layer + 1).cast<double>();
      out.share.row(layer) = (above * weights.cast<double>()).cast<float>();
    }
    std::vector<FlowLink> all;
    double onSinks = 0;
    for (Index query = 0; query < n; ++query)
      for (Index key = 0; key < n; ++key) {
        const float weight = weights(query, key);
        if (isSink[static_cast<std::size_t>(key)]) {
          onSinks += weight;
          continue;
        }
        if (weight < kLeastFlow) continue;
        const float share = layer < request.level ? out.share(layer + 1, query) * weight : 0.0F;
        all.push_back({query, key, weight, share});
      }
    out.sinkMass[static_cast<std::size_t>(layer)] = n > 0 ? onSinks / static_cast<double>(n) : 0;
    // Half of the links are the strongest paths into the chosen token, the rest the strongest at all.
    if (all.size() > request.perLayer) {
      const auto middle = all.begin() + static_cast<std::ptrdiff_t>(request.perLayer / 2),
                 end = all.begin() + static_cast<std::ptrdiff_t>(request.perLayer);
      std::nth_element(all.begin(), middle, all.end(), byShare);
      std::nth_element(middle, end, all.end(), byWeight);
      out.weaker += all.size() - request.perLayer;
      all.resize(request.perLayer);
    }
    std::sort(all.begin(), all.end(), [&](const FlowLink& a, const FlowLink& b) { return byShare(b, a); });
    out.links[static_cast<std::size_t>(layer)] = std::move(all);
    progress(static_cast<double>(out.layers - layer) / out.layers);
  }
  return out;
}

}  // namespace headlight
