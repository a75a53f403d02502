#include "ui/figures/flow/flow_data.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/attention/row_bands.h"
#include "core/base/error.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Links that may wait to be sorted out.
constexpr std::size_t kMostWaiting = 1 << 18;

bool byShare(const FlowLink& a, const FlowLink& b) {
  return std::tuple(-a.share, -a.weight, a.query, a.key) < std::tuple(-b.share, -b.weight, b.query, b.key);
}
bool byWeight(const FlowLink& a, const FlowLink& b) {
  return std::tuple(-a.weight, a.query, a.key) < std::tuple(-b.weight, b.query, b.key);
}

/// What the tokens [from, from + count) after `layer` take from each before it: [count, N].
Matrix layerWeights(const AttentionMaps& maps, int layer, const FlowRequest& request, Index from, Index count) {
  const Rect band{from, 0, count, maps.keys()};
  if (request.weights == FlowWeights::Head) return maps.weights(HeadId{layer, request.head}, band);
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(count, maps.keys());
  for (int head = 0; head < maps.heads(); ++head) sum += maps.weights(HeadId{layer, head}, band).cast<double>();
  sum /= maps.heads();
  if (request.weights == FlowWeights::Mean) return sum.cast<float>();
  // Rollout: half of each step is the token itself.
  sum *= 0.5;
  for (Index i = 0; i < count; ++i) sum(i, from + i) += 0.5;
  return sum.cast<float>();
}

/// Leaves of `all` half of `most` the strongest paths into the chosen token, the rest the strongest at all; how many
/// are gone.
std::size_t keepStrongest(std::vector<FlowLink>& all, std::size_t most) {
  if (all.size() <= most) return 0;
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(most / 2),
             end = all.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(all.begin(), middle, all.end(), byShare);
  std::nth_element(middle, end, all.end(), byWeight);
  const std::size_t gone = all.size() - most;
  all.resize(most);
  return gone;
}

}  // namespace

FlowData computeFlow(const AttentionMaps& maps, const FlowRequest& request, const Progress& progress) {
  if (maps.queries() != maps.keys())
    throw Error(Words::tr("token flow: expected as many queries as keys, found %1 and %2")
                    .arg(maps.queries())
                    .arg(maps.keys())
                    .toStdString());
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
  const Index band = bandRows(n, n);
  for (int layer = out.layers; layer-- > 0;) {
    std::vector<FlowLink> all;
    double onSinks = 0;
    Eigen::RowVectorXd below = Eigen::RowVectorXd::Zero(n);
    for (Index from = 0; from < n; from += band) {
      Matrix weights = layerWeights(maps, layer, request, from, std::min(band, n - from));
      for (Index i = 0; i < weights.size(); ++i)
        if (float& weight = weights.data()[i]; !std::isfinite(weight)) {
          weight = 0;
          ++out.numberless;
        }
      // The level of the chosen token has its share already.
      if (layer < request.level)
        below += out.share.row(layer + 1).segment(from, weights.rows()).cast<double>() * weights.cast<double>();
      for (Index i = 0; i < weights.rows(); ++i)
        for (Index key = 0; key < n; ++key) {
          const float weight = weights(i, key);
          if (isSink[static_cast<std::size_t>(key)]) {
            onSinks += weight;
            continue;
          }
          if (weight < kLeastFlow) continue;
          const float share = layer < request.level ? out.share(layer + 1, from + i) * weight : 0.0F;
          all.push_back({from + i, key, weight, share});
        }
      if (all.size() > kMostWaiting) out.weaker += keepStrongest(all, request.perLayer);
      progress((out.layers - 1 - layer + static_cast<double>(from + weights.rows()) / static_cast<double>(n)) /
               out.layers);
    }
    if (layer < request.level) out.share.row(layer) = below.cast<float>();
    out.sinkMass[static_cast<std::size_t>(layer)] = n > 0 ? onSinks / static_cast<double>(n) : 0;
    out.weaker += keepStrongest(all, request.perLayer);
    std::sort(all.begin(), all.end(), [](const FlowLink& a, const FlowLink& b) { return byShare(b, a); });
    out.links[static_cast<std::size_t>(layer)] = std::move(all);
  }
  return out;
}

}  // namespace headlight
