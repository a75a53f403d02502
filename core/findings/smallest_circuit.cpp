#include "core/findings/smallest_circuit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include "core/analysis/head_values.h"
#include "core/base/error.h"
#include "core/circuits/two_texts.h"
#include "core/gradients/gradient_findings.h"
#include "core/model/block.h"
#include "core/ops/norms.h"

namespace headlight {
namespace {

using NodeKind = EdgeNode::Kind;
using Kept = std::vector<std::vector<bool>>;

std::size_t placeOf(const std::vector<EdgeNode>& nodes, const EdgeNode& node) {
  return static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), node) - nodes.begin());
}

/// One run of a circuit: what sources write in it less what they write in B, as it becomes known.
class CircuitRun {
  /// The rows that are computed.
  template <class Values>
  auto rowsOf(const Values& values) const {
    return values.bottomRows(m_rows);
  }

 public:
  CircuitRun(const TwoTexts& texts, const CircuitRuns& nodes, const Kept& kept)
      : m_texts(texts),
        m_model(texts.model()),
        m_nodes(nodes),
        m_kept(kept),
        m_moved(nodes.sources().size()),
        m_first(texts.runs().causal() ? texts.firstDifference() : 0),
        m_rows(texts.tokens() - m_first) {}

  double metric() {
    m_moved[0] = rowsOf(m_texts.a().hiddenStates.front()) - rowsOf(m_texts.b().hiddenStates.front());
    ChangedRun change;
    change.token = m_first;
    change.hook = [this](int layer, LayerSite site, MatrixOut values) { at(layer, site, values); };
    m_texts.runs().end(change);
    Matrix end = m_texts.valuesOfB().end;
    add({NodeKind::Logits, static_cast<int>(m_model.description().layers.size())}, end);
    return m_texts.metricAt(end);
  }

 private:
  const LayerSpec& specOf(int layer) const { return m_model.description().layers[static_cast<std::size_t>(layer)]; }
  const LayerWeights& weightsOf(int layer) const { return m_model.weights().layers[static_cast<std::size_t>(layer)]; }
  const LayerValues& valuesOfB(int layer) const { return m_texts.valuesOfB().layers[static_cast<std::size_t>(layer)]; }

  /// The kept edges into a target.
  std::vector<bool> into(const EdgeNode& target) const {
    const std::size_t t = placeOf(m_nodes.targets(), target);
    std::vector<bool> from(m_kept.size());
    for (std::size_t s = 0; s < from.size(); ++s)
      from[s] = m_kept[s][t] && comesBefore(m_model, m_nodes.sources()[s], target);
    return from;
  }

  void add(const std::vector<bool>& from, Matrix& stream) const {
    for (std::size_t s = 0; s < from.size(); ++s)
      if (from[s]) stream.bottomRows(m_rows) += m_moved[s];
  }
  void add(const EdgeNode& target, Matrix& stream) const { add(into(target), stream); }

  /// The queries, keys and values of a layer as heads with the same edges make them.
  const LayerQkv& qkvOf(int layer, const std::vector<bool>& from) {
    if (layer != m_layer) m_made.clear();
    m_layer = layer;
    const auto known = m_made.find(from);
    if (known != m_made.end()) return known->second;
    Matrix stream = rowsOf(m_texts.b().hiddenStates[static_cast<std::size_t>(layer)]);
    add(from, stream);
    apply(weightsOf(layer).attentionNorms.before, stream);
    return m_made
        .emplace(from, layerQkv(m_model.description(), m_model.weights(), static_cast<std::size_t>(layer),
                                m_texts.runs().tables(), m_first, stream))
        .first->second;
  }

  void read(int layer, NodeKind kind, MatrixOut values) {
    const AttentionSpec& part = specOf(layer).attention;
    const int heads = kind == NodeKind::Query ? part.heads : part.kvHeads;
    const Index numbers = values.cols() / heads;
    for (int head = 0; head < heads; ++head) {
      const LayerQkv& made = qkvOf(layer, into({kind, layer, head}));
      const Matrix& all = kind == NodeKind::Query ? made.q : kind == NodeKind::Key ? made.k : made.v;
      values.middleCols(head * numbers, numbers) = all.middleCols(head * numbers, numbers);
    }
  }

  void at(int layer, LayerSite site, MatrixOut values) {
    const LayerSpec& spec = specOf(layer);
    switch (site) {
      case LayerSite::Query:
        return read(layer, NodeKind::Query, values);
      case LayerSite::Key:
        return read(layer, NodeKind::Key, values);
      case LayerSite::Value:
        return read(layer, NodeKind::Value, values);
      case LayerSite::HeadOutput: {
        const Index numbers = spec.attention.valueNumbers();
        const Matrix moved = values - rowsOf(valuesOfB(layer).heads);
        for (int head = 0; head < spec.attention.heads; ++head)
          m_moved[placeOf(m_nodes.sources(), {NodeKind::Head, layer, head})] =
              moved.middleCols(head * numbers, numbers) *
              inputRows(weightsOf(layer).attention.output, head * numbers, numbers);
        return;
      }
      case LayerSite::FeedForwardInput: {
        Matrix stream = spec.parallel ? Matrix(rowsOf(m_texts.b().hiddenStates[static_cast<std::size_t>(layer)]))
                                      : Matrix(rowsOf(valuesOfB(layer).afterAttention));
        add({NodeKind::FeedForward, layer}, stream);
        const LayerWeights& w = weightsOf(layer);
        // In parallel layers without a norm of their own both sublayers read what one norm gives.
        apply(w.feedForwardNorms.before || !spec.parallel ? w.feedForwardNorms.before : w.attentionNorms.before,
              stream);
        values = stream;
        return;
      }
      case LayerSite::FeedForwardOutput:
        m_moved[placeOf(m_nodes.sources(), {NodeKind::FeedForward, layer})] =
            values - rowsOf(valuesOfB(layer).feedForward);
        return;
      default:
        return;
    }
  }

  const TwoTexts& m_texts;
  const Model& m_model;
  const CircuitRuns& m_nodes;
  const Kept& m_kept;
  std::vector<Matrix> m_moved;  ///< [n - first, width] of each source, less B.
  const Index m_first, m_rows;
  int m_layer = -1;
  std::map<std::vector<bool>, LayerQkv> m_made;  ///< Of m_layer, by the sources that are read.
};

struct RankedEdge {
  std::size_t source = 0, target = 0;
  double effect = 0;
};

/// The edges in the order of their estimated effects, those without one left out.
std::vector<RankedEdge> rankedEdges(const NamedTensor& effects) {
  std::vector<RankedEdge> edges;
  const auto targets = static_cast<std::size_t>(effects.axes[1].size);
  for (std::size_t i = 0; i < effects.values.size(); ++i)
    if (effects.values[i] != 0) edges.push_back({i / targets, i % targets, effects.values[i]});
  std::stable_sort(edges.begin(), edges.end(), [](const RankedEdge& a, const RankedEdge& b) {
    return std::abs(a.effect) > std::abs(b.effect);
  });
  return edges;
}

}  // namespace

CircuitRuns::CircuitRuns(const TwoTexts& texts)
    : m_texts(texts), m_sources(edgeSources(texts.model())), m_targets(edgeTargets(texts.model())) {
  if (const std::string reason = reasonAgainstEdges(texts.model()); !reason.empty())
    refuse("smallest circuit", texts.model(), reason);
}

double CircuitRuns::metric(const Kept& kept) const { return CircuitRun(m_texts, *this, kept).metric(); }

Findings smallestCircuit(const AnalysisQuestion& q) {
  checkSameLength("smallest circuit", q);
  const TwoTexts texts("smallest circuit", q);
  const double a = texts.metricOfA(), b = texts.metricOfB();
  texts.restored(a);  // Throws where there is nothing to explain.
  const CircuitRuns runs(texts);
  AnalysisQuestion estimate = q;
  estimate.settings.values = {"eap_ig"};
  estimate.progress = q.progress.slice(0, 0.2);
  NamedTensor effects = edgeAttributionFindings(estimate).front();
  const std::vector<RankedEdge> ranked = rankedEdges(effects);
  const auto faithfulnessOf = [&](const Kept& kept) { return (runs.metric(kept) - b) / (a - b); };
  const auto none = [&] { return Kept(runs.sources().size(), std::vector<bool>(runs.targets().size())); };
  const auto firstEdges = [&](std::size_t count) {
    Kept kept = none();
    for (std::size_t i = 0; i < count; ++i) kept[ranked[i].source][ranked[i].target] = true;
    return kept;
  };
  const double wanted = q.settings.faithfulness;
  std::map<std::size_t, double> curve;
  const auto tried = [&](std::size_t count) {
    const auto [known, fresh] = curve.try_emplace(count, 0);
    if (fresh) known->second = faithfulnessOf(firstEdges(count));
    return known->second;
  };
  // Sizes that grow by a half, until one is enough; then between the last two.
  std::size_t low = 0, high = 1;
  while (high < ranked.size() && tried(high) < wanted) {
    q.progress(0.2 + 0.4 * static_cast<double>(high) / static_cast<double>(ranked.size()), "smallest circuit");
    low = high;
    high = std::min(ranked.size(), high + std::max<std::size_t>(1, high / 2));
  }
  if (ranked.empty() || tried(high) < wanted)
    throw Error("smallest circuit: all " + std::to_string(ranked.size()) + " edges with an effect reach " +
                std::to_string(ranked.empty() ? 0.0 : tried(high)) + " of the difference, expected " +
                std::to_string(wanted));
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (tried(middle) < wanted ? low : high) = middle;
  }
  Kept kept = firstEdges(high);
  std::size_t size = high;
  double reached = tried(high);
  // Weakest first, as many together as it does without: all of a range, or its halves. `needed`: not all of it.
  const std::function<bool(std::size_t, std::size_t, bool)> takeOut = [&](std::size_t from, std::size_t to,
                                                                          bool needed) {
    q.progress(0.6 + 0.4 * static_cast<double>(high - to) / static_cast<double>(high), "smallest circuit");
    if (!needed) {
      Kept without = kept;
      for (std::size_t i = from; i < to; ++i) without[ranked[i].source][ranked[i].target] = false;
      if (const double reaches = faithfulnessOf(without); reaches >= wanted) {
        kept = std::move(without);
        reached = reaches;
        size -= to - from;
        return true;
      }
    }
    if (to - from == 1) return false;
    const std::size_t middle = from + (to - from) / 2;
    takeOut(from, middle, takeOut(middle, to, false));
    return false;
  };
  takeOut(0, high, true);  // Without any edge nothing is reached.
  effects.name = "circuit.edges";
  for (Index s = 0; s < effects.axes[0].size; ++s)
    for (Index t = 0; t < effects.axes[1].size; ++t)
      if (!kept[static_cast<std::size_t>(s)][static_cast<std::size_t>(t)]) effects({s, t}) = 0;
  const auto points = static_cast<Index>(curve.size());
  NamedTensor sizes = zeroTensor("circuit.sizes", {{"size", points}}, true),
              faithfulness = madeTensor("circuit.faithfulness", {{"size", points}});
  Index point = 0;
  for (const auto& [count, value] : curve) {
    sizes({point}) = static_cast<double>(count);
    faithfulness({point++}) = value;
  }
  return {std::move(effects),
          std::move(sizes),
          std::move(faithfulness),
          oneNumber("circuit.size", static_cast<double>(size)),
          oneNumber("circuit.reached", reached),
          oneNumber("metric.A", a),
          oneNumber("metric.B", b)};
}

}  // namespace headlight
