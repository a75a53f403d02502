#include "core/gradients/edge_attribution.h"

#include <algorithm>
#include <utility>

#include "core/analysis/head_values.h"
#include "core/base/error.h"
#include "core/circuits/edges.h"
#include "core/gradients/attribution_patching.h"
#include "core/gradients/block_tape.h"
#include "core/gradients/rerun.h"
#include "core/ops/gemm.h"

namespace headlight {
namespace {

/// Numbers of a block of tokens of all sources, or of all targets of a layer, at most: 64 MiB.
constexpr Index kMostNumbers = 1 << 24;

void checkStream(const Model& model) {
  const auto refuse = [&](std::size_t layer, const char* what) {
    throw Error("edge attribution of '" + model.info().name + "', layer " + std::to_string(layer) +
                ": expected a stream to which sublayers add what they give, found " + what);
  };
  const Architecture& d = model.description();
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    const LayerSpec& layer = d.layers[i];
    for (const NormsSpec* norms : {&layer.attentionNorms, &layer.feedForwardNorms})
      if (norms->inside || norms->after) refuse(i, "a norm behind a sublayer");
    if (layer.residualFromNorm) refuse(i, "a residual that is the normed input");
    if (layer.bottleneck) refuse(i, "a bottleneck");
    if (!layer.earlierNetworks.empty()) refuse(i, "several feed-forward networks");
  }
}

/// What each source writes differently in B, in the order of the sources.
struct Differences {
  Matrix input;                        ///< [n, width].
  std::vector<Matrix> z, feedForward;  ///< For each layer [n, heads · dValue], [n, width].
};

Differences differencesOf(const Model& model, const Trace& a, const Trace& b) {
  Differences d;
  d.input = b.hiddenStates.front() - a.hiddenStates.front();
  const TapedStack first(model.description(), model.weights(), a), second(model.description(), model.weights(), b);
  for (std::size_t i = 0; i < a.layers.size(); ++i) {
    Tape own, other;
    const TapedLayer x = layLayer(own, first, i, a.hiddenStates[i]);
    const TapedLayer y = layLayer(other, second, i, b.hiddenStates[i]);
    d.z.push_back(other.value(y.attention.z) - own.value(x.attention.z));
    d.feedForward.push_back(other.value(y.feedForward) - own.value(x.feedForward));
  }
  return d;
}

/// The edges of one model between two runs.
class Edges {
 public:
  Edges(const Model& model, const Trace& a, const Trace& b)
      : m_model(model), m_n(static_cast<Index>(a.encoding.size())), m_differences(differencesOf(model, a, b)) {
    const std::vector<EdgeNode> sources = edgeSources(model), targets = edgeTargets(model);
    for (const EdgeNode& node : sources) m_result.sources.push_back(nameOf(node));
    for (const EdgeNode& node : targets) m_result.targets.push_back(nameOf(node));
    // Behind the input, and behind one another.
    const auto firstOf = [](const std::vector<EdgeNode>& nodes, std::size_t layer) {
      return std::find_if(nodes.begin(), nodes.end(),
                          [layer](const EdgeNode& node) {
                            return node.kind != EdgeNode::Kind::Input && static_cast<std::size_t>(node.layer) == layer;
                          }) -
             nodes.begin();
    };
    for (std::size_t layer = 0; layer <= model.description().layers.size(); ++layer) {
      m_firstSource.push_back(firstOf(sources, layer));
      m_firstTarget.push_back(firstOf(targets, layer));
    }
    m_result.effects.setZero(static_cast<Index>(sources.size()), static_cast<Index>(targets.size()));
  }

  /// Adds `share` times the effects with the derivatives of the run `trace`.
  void add(const Trace& trace, const Metric& metric, double share, const Progress& progress) {
    m_share = share;
    BackwardOptions options;
    options.streams = true;
    options.progress = progress;
    options.eachLayer = [this](std::size_t i, Tape& tape, const TapedLayer& nodes) { addLayer(i, tape, nodes); };
    const Gradients g = backward(m_model, trace, metric, options);
    addTargets(m_firstTarget.back(), {g.stack.streams.back()}, m_firstSource.back());
  }

  EdgeAttribution result() && { return std::move(m_result); }

 private:
  void addLayer(std::size_t layer, Tape& tape, const TapedLayer& nodes) {
    const LayerSpec& part = m_model.description().layers[layer];
    const Index before = m_firstSource[layer], target = m_firstTarget[layer];
    const Matrix q = tape.gradient(nodes.attention.q), k = tape.gradient(nodes.attention.k),
                 v = tape.gradient(nodes.attention.v);
    // The network reads the layer's own heads, unless both read the layer's input.
    const Index own = part.parallel ? before : before + part.attention.heads;
    addTargets(m_firstTarget[layer + 1] - 1, {tape.gradient(nodes.feedForwardReads)}, own);
    // Each head's queries, keys and values go back alone, some of them at a time in memory.
    std::vector<Matrix> targets;
    Index first = target;
    const auto flush = [&] {
      addTargets(first, targets, before);
      first += static_cast<Index>(targets.size());
      targets.clear();
    };
    const auto each = [&](Tape::Node node, const Matrix& gradient, Index heads) {
      const Index width = gradient.cols() / heads;
      for (Index h = 0; h < heads; ++h) {
        Matrix alone = Matrix::Zero(gradient.rows(), gradient.cols());
        alone.middleCols(h * width, width) = gradient.middleCols(h * width, width);
        tape.clearGradients();
        tape.give(node, std::move(alone));
        tape.backward();
        targets.push_back(tape.gradient(nodes.attentionReads));
        if (static_cast<Index>(targets.size() + 1) * targets.front().size() > kMostNumbers) flush();
      }
    };
    each(nodes.attention.q, q, part.attention.heads);
    each(nodes.attention.k, k, part.attention.kvHeads);
    each(nodes.attention.v, v, part.attention.kvHeads);
    flush();
  }

  /// Adds the effects of the first `sources` sources on targets from number `first` on, whose derivatives are [n,
  /// width].
  void addTargets(Index first, const std::vector<Matrix>& targets, Index sources) {
    if (targets.empty()) return;
    const Index width = m_differences.input.cols(), count = static_cast<Index>(targets.size());
    const Index block = std::clamp<Index>(kMostNumbers / (std::max(sources, count) * width), 1, m_n);
    for (Index at = 0; at < m_n; at += block) {
      const Index rows = std::min(block, m_n - at);
      const Matrix written = writtenBy(sources, at, rows);
      Matrix read(count, rows * width);
      for (Index t = 0; t < count; ++t)
        Eigen::Map<Matrix>(read.row(t).data(), rows, width) = targets[static_cast<std::size_t>(t)].middleRows(at, rows);
      m_result.effects.block(0, first, sources, count) +=
          m_share * (written.cast<double>() * read.cast<double>().transpose());
    }
  }

  /// What the first `sources` sources write differently for the tokens [at, at + rows), [sources, rows · width].
  Matrix writtenBy(Index sources, Index at, Index rows) const {
    const Index width = m_differences.input.cols();
    Matrix written(sources, rows * width);
    const auto row = [&](Index source) { return Eigen::Map<Matrix>(written.row(source).data(), rows, width); };
    row(0) = m_differences.input.middleRows(at, rows);
    for (std::size_t layer = 0; m_firstSource[layer] < sources; ++layer) {
      const Linear& output = m_model.weights().layers[layer].attention.output;
      const Matrix& z = m_differences.z[layer];
      const Index heads = m_model.description().layers[layer].attention.heads, dValue = z.cols() / heads;
      for (Index h = 0; h < heads && m_firstSource[layer] + h < sources; ++h)
        multiply(z.block(at, h * dValue, rows, dValue), inputRows(output, h * dValue, dValue), false,
                 row(m_firstSource[layer] + h));
      if (const Index network = m_firstSource[layer] + heads; network < sources)
        row(network) = m_differences.feedForward[layer].middleRows(at, rows);
    }
    return written;
  }

  const Model& m_model;
  Index m_n;
  Differences m_differences;
  std::vector<Index> m_firstSource, m_firstTarget;  ///< Of each layer, and of what follows the last one.
  EdgeAttribution m_result;
  double m_share = 1;
};

}  // namespace

EdgePath pathAtText() { return {1}; }

EdgePath pathOfIntegral(int steps, bool fromOther) {
  if (steps < 1) throw Error("edge attribution: expected at least one step, found " + std::to_string(steps));
  EdgePath path;
  for (int k = 0; k < steps; ++k) path.push_back(static_cast<double>(fromOther ? k : k + 1) / steps);
  return path;
}

EdgeAttribution edgeAttribution(const Model& model, const Trace& a, const Trace& b, const Metric& metric,
                                const EdgePath& path, const Progress& progress) {
  if (model.description().encoder)
    throw Error("edge attribution: expected a model of one stack, found an encoder and a decoder");
  checkPair("edge attribution", model, a, b);
  checkStream(model);
  Edges edges(model, a, b);
  const auto count = static_cast<double>(path.size());
  const CachedRows &own = a.hiddenStates.front(), &other = b.hiddenStates.front();
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Progress part = progress.slice(static_cast<double>(i) / count, static_cast<double>(i + 1) / count);
    if (path[i] == 1) {
      edges.add(a, metric, 1 / count, part);
      continue;
    }
    const Matrix stream = other + static_cast<float>(path[i]) * (own - other);
    const auto between = runFromStream(model, a, 0, stream, nullptr, part.slice(0, 0.2));
    edges.add(*between, metric, 1 / count, part.slice(0.2, 1));
  }
  progress(1);
  return std::move(edges).result();
}

}  // namespace headlight
