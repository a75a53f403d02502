#include "core/findings/smallest_circuit.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <span>
#include <utility>

#include "core/analysis/head_values.h"
#include "core/base/error.h"
#include "core/circuits/two_texts.h"
#include "core/gradients/gradient_findings.h"
#include "core/model/block.h"
#include "core/ops/norms.h"

namespace headlight {
namespace {

using NodeKind = EdgeNode::Kind;
using Kept = CircuitRuns::Kept;

/// One run of a circuit: what sources write in it less what they write in B, as it becomes known.
class CircuitRun {
  /// The rows that are computed.
  template <class Values>
  auto rowsOf(const Values& values) const {
    return values.bottomRows(m_rows);
  }

 public:
  CircuitRun(const TwoTexts& texts, const CircuitRuns& nodes, CircuitRuns::Run& run)
      : m_texts(texts),
        m_model(texts.model()),
        m_nodes(nodes),
        m_run(run),
        m_first(texts.runs().causal() ? texts.firstDifference() : 0),
        m_rows(texts.tokens() - m_first) {
    const auto layers = static_cast<std::size_t>(m_model.description().layers.size());
    m_firstSource.assign(layers, 0);
    m_firstTarget.assign(layers + 1, 0);
    // Behind the input, and behind one another.
    for (std::size_t s = nodes.sources().size(); s-- > 1;)
      m_firstSource[static_cast<std::size_t>(nodes.sources()[s].layer)] = s;
    for (std::size_t t = nodes.targets().size(); t-- > 0;)
      m_firstTarget[static_cast<std::size_t>(nodes.targets()[t].layer)] = t;
  }

  /// Runs the layers from `layer` on; what earlier ones write is known.
  void from(int layer) {
    if (!m_run.moved[0]) moved(0, rowsOf(m_texts.a().hiddenStates.front()) - rowsOf(m_texts.b().hiddenStates.front()));
    ChangedRun change;
    change.layer = layer;
    change.token = m_first;
    change.hook = [this](int at, LayerSite site, MatrixOut values) { read(at, site, values); };
    if (layer < static_cast<int>(m_firstSource.size())) m_texts.runs().end(change);
    Matrix end = m_texts.valuesOfB().end;
    add(into(m_firstTarget.back()), end);
    m_run.metric = m_texts.metricAt(end);
  }

 private:
  const LayerSpec& specOf(int layer) const { return m_model.description().layers[static_cast<std::size_t>(layer)]; }
  const LayerWeights& weightsOf(int layer) const { return m_model.weights().layers[static_cast<std::size_t>(layer)]; }
  const LayerValues& valuesOfB(int layer) const { return m_texts.valuesOfB().layers[static_cast<std::size_t>(layer)]; }
  void moved(std::size_t source, Matrix rows) { m_run.moved[source] = std::make_shared<const Matrix>(std::move(rows)); }

  /// The kept edges into a target.
  std::vector<bool> into(std::size_t target) const {
    std::vector<bool> from(m_run.kept.size());
    for (std::size_t s = 0; s < from.size(); ++s)
      from[s] = m_run.kept[s][target] && comesBefore(m_model, m_nodes.sources()[s], m_nodes.targets()[target]);
    return from;
  }

  void add(const std::vector<bool>& from, Matrix& stream) const {
    for (std::size_t s = 0; s < from.size(); ++s)
      if (from[s]) stream.bottomRows(m_rows) += *m_run.moved[s];
  }

  /// The queries, keys and values of a layer, each head's with edges of its own.
  void makeQkv(int layer) {
    const AttentionSpec& part = specOf(layer).attention;
    std::map<std::vector<bool>, Matrix> streams;  // Heads with the same edges read the same.
    m_made = layerQkv(m_model.description(), m_model.weights(), static_cast<std::size_t>(layer),
                      m_texts.runs().tables(), m_first, m_rows, [&](LayerSite site, int head) -> MatrixView {
                        const int before = site == LayerSite::Query ? 0
                                           : site == LayerSite::Key ? part.heads
                                                                    : part.heads + part.kvHeads;
                        const auto [known, fresh] = streams.try_emplace(into(
                            m_firstTarget[static_cast<std::size_t>(layer)] + static_cast<std::size_t>(before + head)));
                        Matrix& stream = known->second;
                        if (fresh) {
                          stream = rowsOf(m_texts.b().hiddenStates[static_cast<std::size_t>(layer)]);
                          add(known->first, stream);
                          apply(weightsOf(layer).attentionNorms.before, stream);
                        }
                        return stream;
                      });
  }

  void read(int layer, LayerSite site, MatrixOut values) {
    const LayerSpec& spec = specOf(layer);
    const std::size_t head0 = m_firstSource[static_cast<std::size_t>(layer)],
                      network = head0 + static_cast<std::size_t>(spec.attention.heads);
    switch (site) {
      case LayerSite::Query:  // The first of the three.
        makeQkv(layer);
        values = m_made.q;
        return;
      case LayerSite::Key:
        values = m_made.k;
        return;
      case LayerSite::Value:
        values = m_made.v;
        return;
      case LayerSite::HeadOutput: {
        const Index numbers = spec.attention.valueNumbers();
        const Matrix z = values - rowsOf(valuesOfB(layer).heads);
        for (int head = 0; head < spec.attention.heads; ++head)
          moved(head0 + static_cast<std::size_t>(head),
                z.middleCols(head * numbers, numbers) *
                    inputRows(weightsOf(layer).attention.output, head * numbers, numbers));
        return;
      }
      case LayerSite::FeedForwardInput: {
        Matrix stream = spec.parallel ? Matrix(rowsOf(m_texts.b().hiddenStates[static_cast<std::size_t>(layer)]))
                                      : Matrix(rowsOf(valuesOfB(layer).afterAttention));
        add(into(m_firstTarget[static_cast<std::size_t>(layer) + 1] - 1), stream);
        const LayerWeights& w = weightsOf(layer);
        // In parallel layers without a norm of their own both sublayers read what one norm gives.
        apply(w.feedForwardNorms.before || !spec.parallel ? w.feedForwardNorms.before : w.attentionNorms.before,
              stream);
        values = stream;
        return;
      }
      case LayerSite::FeedForwardOutput:
        moved(network, values - rowsOf(valuesOfB(layer).feedForward));
        return;
      default:
        return;
    }
  }

  const TwoTexts& m_texts;
  const Model& m_model;
  const CircuitRuns& m_nodes;
  CircuitRuns::Run& m_run;
  const Index m_first, m_rows;
  std::vector<std::size_t> m_firstSource, m_firstTarget;  ///< Of each layer, and of what follows the last one.
  LayerQkv m_made;                                        ///< Of the layer that runs.
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
  std::stable_sort(edges.begin(), edges.end(),
                   [](const RankedEdge& a, const RankedEdge& b) { return std::abs(a.effect) > std::abs(b.effect); });
  return edges;
}

}  // namespace

CircuitRuns::CircuitRuns(const TwoTexts& texts)
    : m_texts(texts), m_sources(edgeSources(texts.model())), m_targets(edgeTargets(texts.model())) {
  if (const std::string reason = reasonAgainstEdges(texts.model()); !reason.empty())
    refuse("smallest circuit", texts.model(), reason);
}

CircuitRuns::Run CircuitRuns::run(const Kept& kept, const Run* like) const {
  Run run{kept, std::vector<std::shared_ptr<const Matrix>>(m_sources.size()), 0};
  int first = 0;
  if (like) {
    run.moved = like->moved;
    first = m_targets.back().layer;
    for (std::size_t s = 0; s < m_sources.size(); ++s)
      for (std::size_t t = 0; t < m_targets.size(); ++t)
        if (kept[s][t] != like->kept[s][t] && comesBefore(m_texts.model(), m_sources[s], m_targets[t]))
          first = std::min(first, m_targets[t].layer);
  }
  CircuitRun(m_texts, *this, run).from(first);
  return run;
}

CircuitRuns::Kept CircuitRuns::onWays(Kept kept) const {
  const Model& model = m_texts.model();
  // Whether a source writes what a target made of what it reads.
  const auto makes = [&](const EdgeNode& target, const EdgeNode& source) {
    if (target.layer != source.layer) return false;
    const AttentionSpec& part = model.description().layers[static_cast<std::size_t>(source.layer)].attention;
    switch (target.kind) {
      case NodeKind::FeedForward:
        return source.kind == NodeKind::FeedForward;
      case NodeKind::Query:
        return source.kind == NodeKind::Head && source.head == target.head;
      case NodeKind::Key:
      case NodeKind::Value:
        return source.kind == NodeKind::Head && source.head / (part.heads / part.kvHeads) == target.head;
      default:
        return false;
    }
  };
  for (std::size_t s = 0; s < m_sources.size(); ++s)
    for (std::size_t t = 0; t < m_targets.size(); ++t)
      if (!comesBefore(model, m_sources[s], m_targets[t])) kept[s][t] = false;
  // Forwards what writes nothing of its own, backwards what nobody reads on.
  for (std::size_t s = 1; s < m_sources.size(); ++s) {
    bool reads = false;
    for (std::size_t t = 0; t < m_targets.size(); ++t)
      if (makes(m_targets[t], m_sources[s]))
        for (std::size_t from = 0; from < s; ++from) reads = reads || kept[from][t];
    if (!reads) kept[s].assign(m_targets.size(), false);
  }
  for (std::size_t t = m_targets.size(); t-- > 0;) {
    if (m_targets[t].kind == NodeKind::Logits) continue;
    bool goesOn = false;
    for (std::size_t s = 0; s < m_sources.size(); ++s)
      if (makes(m_targets[t], m_sources[s]))
        goesOn = goesOn || std::find(kept[s].begin(), kept[s].end(), true) != kept[s].end();
    if (!goesOn)
      for (std::vector<bool>& from : kept) from[t] = false;
  }
  return kept;
}

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
  const auto reachedBy = [&](const CircuitRuns::Run& run) { return (run.metric - b) / (a - b); };
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
    if (fresh) known->second = reachedBy(runs.run(firstEdges(count)));
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
  CircuitRuns::Run circuit = runs.run(firstEdges(high));
  // Whether the circuit does without some edges, which are then taken out with what is on no way without them.
  const auto takenOut = [&](std::span<const std::size_t> some) {
    Kept kept = circuit.kept;
    for (const std::size_t i : some) kept[ranked[i].source][ranked[i].target] = false;
    CircuitRuns::Run without = runs.run(runs.onWays(std::move(kept)), &circuit);
    const bool enough = reachedBy(without) >= wanted;
    if (enough) circuit = std::move(without);
    return enough;
  };
  // The same of some, or else of all of them that it does without; `needed`: it is known not to do without all.
  const std::function<bool(std::span<const std::size_t>, bool)> takeOut = [&](std::span<const std::size_t> some,
                                                                              bool needed) {
    if (!needed && takenOut(some)) return true;
    if (some.size() == 1) return false;
    const std::size_t half = some.size() / 2;
    takeOut(some.subspan(half), takeOut(some.first(half), false));
    return false;
  };
  takenOut({});
  // Weakest first, twice as many together as before where all could go and half as many where not, until each of those
  // that are left is needed with just the others.
  double before = 0.6;
  for (bool found = true; found; before = 0.95) {
    found = false;
    for (std::size_t at = high, together = 1; at > 0;) {
      q.progress(before + (0.95 - before) * static_cast<double>(high - at) / static_cast<double>(high),
                 "smallest circuit");
      std::vector<std::size_t> some;
      while (at > 0 && some.size() < together)
        if (const RankedEdge& edge = ranked[--at]; circuit.kept[edge.source][edge.target]) some.push_back(at);
      if (some.empty()) break;
      const Kept own = circuit.kept;
      together = takeOut(some, false) ? 2 * together : std::max<std::size_t>(1, together / 2);
      found = found || circuit.kept != own;
    }
  }
  const Kept& kept = circuit.kept;
  std::size_t size = 0;
  for (const std::vector<bool>& from : kept)
    size += static_cast<std::size_t>(std::count(from.begin(), from.end(), true));
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
          oneNumber("circuit.reached", reachedBy(circuit)),
          oneNumber("metric.A", a),
          oneNumber("metric.B", b)};
}

}  // namespace headlight
