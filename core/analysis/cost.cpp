#include "core/analysis/cost.h"

#include <algorithm>

#include "core/attention/attend.h"
#include "core/model/architecture.h"
#include "core/model/stages.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

double numbersOf(const Linear& linear) { return static_cast<double>(linear.in()) * static_cast<double>(linear.out()); }

/// Numbers of all linear maps of a part; absent ones have none.
template <class... Maps>
double numbersOf(const Linear& first, const Maps&... rest) {
  return numbersOf(first) + numbersOf(rest...);
}

/// Bytes of all of them, as their numbers lie.
template <class... Maps>
double bytesOf(const Maps&... maps) {
  return (static_cast<double>(maps.weight.bytes()) + ...);
}

/// Pairs of a query and a key that are computed when blocks of queries run over the keys that any of them sees.
double streamedPairs(const Visibility& visibility, Index tokens) {
  const Index block = AttentionBlock().queries;
  double pairs = 0;
  for (Index first = 0; first < tokens; first += block) {
    const Index count = std::min(block, tokens - first);
    const auto [begin, end] = visibility.visible(first, count, tokens);
    pairs += static_cast<double>(count) * static_cast<double>(end - begin);
  }
  return pairs;
}

/// Keys in the window of each query, added up: a sum of an arithmetic row at each end and a level middle.
double windowPairs(const Visibility& visibility, Index tokens) {
  const auto n = static_cast<double>(tokens);
  const auto reach = [&](Index most) {  // Keys to one side of a query, over all queries.
    const auto w = static_cast<double>(std::min(most, tokens - 1));
    return w * n - w * (w + 1) / 2;
  };
  return n + reach(visibility.before) + (visibility.causal ? 0 : reach(visibility.after));
}

}  // namespace

const char* nameOf(CostPart::Part part) {
  switch (part) {
    case CostPart::Part::Projections:
      return "projections";
    case CostPart::Part::Scores:
      return "scores";
    case CostPart::Part::FeedForward:
      return "feed-forward";
    case CostPart::Part::Head:
      return "head";
  }
  return "";
}

double Cost::multiplyAdds() const {
  double sum = 0;
  for (const CostPart& part : parts) sum += part.multiplyAdds;
  return sum;
}

double Cost::weightBytes() const {
  double sum = embeddingBytes;
  for (const CostPart& part : parts) sum += part.weightBytes;
  return sum;
}

Cost costOf(const Model& model, Index tokens, AttentionKind kind, Index window) {
  const Architecture& d = model.description();
  refuseStages("cost of '" + model.info().name + "'", d);
  const Weights& weights = model.weights();
  const auto n = static_cast<double>(tokens);
  Cost cost;
  CostPart projections{CostPart::Part::Projections, 0, 0}, scores{CostPart::Part::Scores, 0, 0},
      feedForward{CostPart::Part::FeedForward, 0, 0}, head{CostPart::Part::Head, 0, 0};
  const auto count = [](CostPart& part, double rows, const auto&... maps) {
    part.multiplyAdds += rows * numbersOf(maps...);
    part.weightBytes += bytesOf(maps...);
  };
  const auto addAttention = [&](const AttentionSpec& part, const AttentionWeights& w, bool cross) {
    count(projections, n, w.query, w.key, w.value, w.qkv, w.output, w.queryDown, w.queryUp, w.keyValueDown,
          w.keyValueUp);
    const double heads = part.heads, dHead = static_cast<double>(part.dHead),
                 dValue = static_cast<double>(part.valueNumbers());
    Index seen = part.window;
    if (kind == AttentionKind::Windowed) seen = seen > 0 ? std::min(seen, window) : window;
    const Visibility visibility = Visibility::ofWindow(seen, part.causal);
    const double pairs = kind == AttentionKind::Full || cross ? n * n
                         : kind == AttentionKind::Windowed    ? windowPairs(visibility, tokens)
                                                              : streamedPairs(visibility, tokens);
    scores.multiplyAdds += pairs * heads * (dHead + dValue);  // Queries with keys, weights with values.
    cost.cacheBytes += n * part.kvHeads * (dHead + dValue) * sizeof(float);
    cost.attentionBytes += heads * sizeof(float) * (kind == AttentionKind::Streamed ? n : pairs);
  };
  const auto addLayers = [&](const Architecture& stack, const Weights& of) {
    for (std::size_t l = 0; l < stack.layers.size(); ++l) {
      const LayerWeights& w = of.layers[l];
      addAttention(stack.layers[l].attention, w.attention, false);
      if (stack.layers[l].cross) addAttention(*stack.layers[l].cross, w.cross, true);
      const auto addNetwork = [&](const FeedForwardWeights& f, double rows) {
        count(feedForward, rows, f.in, f.gate, f.gateIn, f.output);
      };
      addNetwork(w.feedForward, n);
      for (const FeedForwardStepWeights& step : w.earlierNetworks) addNetwork(step.network, n);
      count(projections, n, w.bottleneck.in, w.bottleneck.attention, w.bottleneck.out);
      if (const auto& experts = stack.layers[l].experts) {
        count(feedForward, n, w.experts.router);
        // Each token goes through as many as are chosen for it; the weights of all are there.
        for (std::size_t e = 0; e < w.experts.experts.size(); ++e)
          addNetwork(w.experts.experts[e], static_cast<Index>(e) < experts->rule.chosen ? n : 0);
      }
    }
  };
  if (d.encoder) addLayers(*d.encoder, *weights.encoder);
  addLayers(d, weights);
  if (kind == AttentionKind::Streamed)
    cost.attentionBytes += static_cast<double>(std::min(AttentionBlock().queries, tokens)) *
                           static_cast<double>(std::min(AttentionBlock().keys, tokens)) * sizeof(float);
  const double rows = d.head.pooling == OutputHeadSpec::Pooling::EachToken ? n : 1;
  for (const HeadStepWeights& step : weights.headSteps) count(head, rows, step.linear);
  count(head, rows, weights.headOutput, weights.headBeyond);
  count(head, n, weights.finalProjection);
  count(projections, n, weights.embeddingProjection);
  for (const WeightMatrix* table : {&weights.tokens, &weights.types, &weights.positions})
    if (!(table == &weights.tokens && d.head.tied)) cost.embeddingBytes += static_cast<double>(table->bytes());
  cost.parts = {projections, scores, feedForward, head};
  return cost;
}

}  // namespace headlight
