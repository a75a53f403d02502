#include "core/gradients/edge_attribution.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "core/analysis/head_values.h"
#include "core/base/error.h"
#include "core/circuits/edges.h"
#include "core/gradients/attribution_patching.h"
#include "core/gradients/block_tape.h"
#include "core/gradients/head_tape.h"
#include "core/gradients/rerun.h"
#include "core/ops/gemm.h"

namespace headlight {
namespace {

/// Numbers of a block of tokens of all sources, or of all targets of a layer, at most: 64 MiB.
constexpr Index kMostNumbers = 1 << 24;

void checkStream(const Model& model, const Architecture& d, const char* stack) {
  const auto refuse = [&](std::size_t layer, const char* what) {
    throw Error("edge attribution of '" + model.info().name + "', " + stack + "layer " + std::to_string(layer) +
                ": expected a stream to which sublayers add what they give, found " + what);
  };
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    const LayerSpec& layer = d.layers[i];
    for (const NormsSpec* norms : {&layer.attentionNorms, &layer.crossNorms, &layer.feedForwardNorms})
      if (norms->inside || norms->after) refuse(i, "a norm behind a sublayer");
    if (layer.residualFromNorm) refuse(i, "a residual that is the normed input");
    if (layer.bottleneck) refuse(i, "a bottleneck");
    if (!layer.earlierNetworks.empty()) refuse(i, "several feed-forward networks");
  }
}

/// What each source of a stack writes differently in B.
struct Differences {
  Matrix input;                               ///< [n, width].
  std::vector<Matrix> z, cross, feedForward;  ///< For each layer [n, heads · dValue], the same or empty, [n, width].
};

Differences differencesOf(const Architecture& description, const Weights& weights, const Trace& a, const Trace& b) {
  Differences d;
  d.input = b.hiddenStates.front() - a.hiddenStates.front();
  const TapedStack first(description, weights, a), second(description, weights, b);
  for (std::size_t i = 0; i < a.layers.size(); ++i) {
    Tape own, other;
    const TapedLayer x = layLayer(own, first, i, a.hiddenStates[i]);
    const TapedLayer y = layLayer(other, second, i, b.hiddenStates[i]);
    d.z.push_back(other.value(y.attention.z) - own.value(x.attention.z));
    d.cross.push_back(x.cross ? Matrix(other.value(y.cross.value().z) - own.value(x.cross->z)) : Matrix());
    d.feedForward.push_back(other.value(y.feedForward) - own.value(x.feedForward));
  }
  return d;
}

/// One stack: its layers, what they write differently, and where its nodes begin among all.
struct EdgeStack {
  const Architecture& description;
  const Weights& weights;
  Differences differences;
  std::vector<Index> sources, targets;  ///< The first of each layer, and of what follows the last one.
  Index input = 0;                      ///< The number of its input among the sources.

  EdgeStack(const Architecture& d, const Weights& own, const Trace& a, const Trace& b, AttentionType self,
            const std::vector<EdgeNode>& allSources, const std::vector<EdgeNode>& allTargets)
      : description(d), weights(own), differences(differencesOf(d, own, a, b)) {
    const auto isIn = [self](const EdgeNode& node) {
      return (node.attention == AttentionType::Encoder) == (self == AttentionType::Encoder);
    };
    input = std::find_if(allSources.begin(), allSources.end(), isIn) - allSources.begin();
    // Behind the input, and behind one another.
    const auto firstOf = [&](const std::vector<EdgeNode>& nodes, std::size_t layer) {
      auto at = std::find_if(nodes.begin(), nodes.end(), isIn);
      while (at != nodes.end() && isIn(*at) &&
             (at->kind == EdgeNode::Kind::Input || static_cast<std::size_t>(at->layer) < layer))
        ++at;
      return at - nodes.begin();
    };
    for (std::size_t layer = 0; layer <= d.layers.size(); ++layer) {
      sources.push_back(firstOf(allSources, layer));
      targets.push_back(firstOf(allTargets, layer));
    }
  }
};

/// The edges of one model between two runs.
class Edges {
 public:
  Edges(const Model& model, const Trace& a, const Trace& b) : m_model(model) {
    const std::vector<EdgeNode> sources = edgeSources(model), targets = edgeTargets(model);
    for (const EdgeNode& node : sources) m_result.sources.push_back(nameOf(node));
    for (const EdgeNode& node : targets) m_result.targets.push_back(nameOf(node));
    m_stack.emplace(model.description(), model.weights(), a, b, AttentionType::Self, sources, targets);
    if (a.source)
      m_encoder.emplace(*model.description().encoder, *model.weights().encoder, *a.source, *b.source,
                        AttentionType::Encoder, sources, targets);
    m_result.effects.setZero(static_cast<Index>(sources.size()), static_cast<Index>(targets.size()));
  }

  /// Adds `share` times the effects with the derivatives of the run `trace`.
  void add(const Trace& trace, const Metric& metric, double share, const Progress& progress) {
    m_share = share;
    BackwardOptions options;
    options.streams = true;
    options.progress = progress;
    options.eachLayer = [this](std::size_t i, Tape& tape, const TapedLayer& nodes) {
      addLayer(*m_stack, i, tape, nodes);
    };
    Tape end;
    if (m_encoder) {
      layEncoderEnd(*trace.source, end);
      options.eachSourceLayer = [this](std::size_t i, Tape& tape, const TapedLayer& nodes) {
        addLayer(*m_encoder, i, tape, nodes);
      };
    }
    const Gradients g = backward(m_model, trace, metric, options);
    addTargets(*m_stack, m_stack->targets.back(), {g.stack.streams.back()}, m_stack->sources.back());
  }

  EdgeAttribution result() && { return std::move(m_result); }

 private:
  /// From what the encoder's last layer gives to what cross-attention reads.
  void layEncoderEnd(const Trace& trace, Tape& tape) {
    const TapedStack stack(m_encoder->description, m_encoder->weights, trace);
    const std::size_t last = m_encoder->description.layers.size() - 1;
    Tape layer;
    const TapedLayer nodes = layLayer(layer, stack, last, trace.hiddenStates[last]);
    m_end = {&tape, tape.leaf(layer.value(nodes.out)), 0};
    m_end.states = m_encoder->description.finalInHiddenStates ? layFinalStates(tape, m_encoder->weights, m_end.stream)
                                                              : tape.again(m_end.stream);
  }

  void addLayer(const EdgeStack& stack, std::size_t layer, Tape& tape, const TapedLayer& nodes) {
    const LayerSpec& part = stack.description.layers[layer];
    const Index before = stack.sources[layer], own = before + part.attention.heads;
    const auto gradientsOf = [&](const TapedAttention& of) {
      return std::array<Matrix, 3>{tape.gradient(of.q), tape.gradient(of.k), tape.gradient(of.v)};
    };
    const std::array<Matrix, 3> self = gradientsOf(nodes.attention);
    const std::array<Matrix, 3> cross = nodes.cross ? gradientsOf(*nodes.cross) : std::array<Matrix, 3>();
    // The network reads the layer's own heads, unless both read the layer's input.
    addTargets(stack, stack.targets[layer + 1] - 1, {tape.gradient(nodes.feedForwardReads)},
               part.parallel ? before : stack.sources[layer + 1] - 1);
    // Each head's queries, keys and values go back alone, some of them at a time in memory.
    Index first = stack.targets[layer];
    const auto each = [&](Tape::Node node, const Matrix& gradient, Index heads, const EdgeStack& writers, Index sources,
                          const std::function<Matrix()>& reads) {
      const Index width = gradient.cols() / heads;
      std::vector<Matrix> targets;
      const auto flush = [&] {
        addTargets(writers, first, targets, sources);
        first += static_cast<Index>(targets.size());
        targets.clear();
      };
      for (Index h = 0; h < heads; ++h) {
        Matrix alone = Matrix::Zero(gradient.rows(), gradient.cols());
        alone.middleCols(h * width, width) = gradient.middleCols(h * width, width);
        tape.clearGradients();
        tape.give(node, std::move(alone));
        tape.backward();
        targets.push_back(reads());
        if (static_cast<Index>(targets.size() + 1) * targets.front().size() > kMostNumbers) flush();
      }
      flush();
    };
    const auto ofStream = [&] { return tape.gradient(nodes.attentionReads); };
    each(nodes.attention.q, self[0], part.attention.heads, stack, before, ofStream);
    each(nodes.attention.k, self[1], part.attention.kvHeads, stack, before, ofStream);
    each(nodes.attention.v, self[2], part.attention.kvHeads, stack, before, ofStream);
    if (!nodes.cross) return;
    const auto ofEncoder = [&] {
      Tape& end = *m_end.tape;
      end.clearGradients();
      end.give(m_end.states, tape.gradient(nodes.source.value()));
      end.backward();
      return end.gradient(m_end.stream);
    };
    each(nodes.cross->q, cross[0], part.cross->heads, stack, own,
         [&] { return tape.gradient(nodes.crossReads.value()); });
    each(nodes.cross->k, cross[1], part.cross->kvHeads, *m_encoder, m_encoder->sources.back(), ofEncoder);
    each(nodes.cross->v, cross[2], part.cross->kvHeads, *m_encoder, m_encoder->sources.back(), ofEncoder);
  }

  /// Adds the effects of a stack's sources before number `end` on targets from number `first` on, whose derivatives are
  /// [n, width].
  void addTargets(const EdgeStack& stack, Index first, const std::vector<Matrix>& targets, Index end) {
    if (targets.empty()) return;
    const Index n = stack.differences.input.rows(), width = stack.differences.input.cols();
    const Index count = static_cast<Index>(targets.size()), sources = end - stack.input;
    const Index block = std::clamp<Index>(kMostNumbers / (std::max(sources, count) * width), 1, n);
    for (Index at = 0; at < n; at += block) {
      const Index rows = std::min(block, n - at);
      const Matrix written = writtenBy(stack, sources, at, rows);
      Matrix read(count, rows * width);
      for (Index t = 0; t < count; ++t)
        Eigen::Map<Matrix>(read.row(t).data(), rows, width) = targets[static_cast<std::size_t>(t)].middleRows(at, rows);
      m_result.effects.block(stack.input, first, sources, count) +=
          m_share * (written.cast<double>() * read.cast<double>().transpose());
    }
  }

  /// What a stack's first `sources` sources write differently for the tokens [at, at + rows), [sources, rows · width].
  static Matrix writtenBy(const EdgeStack& stack, Index sources, Index at, Index rows) {
    const Differences& d = stack.differences;
    const Index width = d.input.cols();
    Matrix written(sources, rows * width);
    Index source = 0;
    const auto next = [&] { return Eigen::Map<Matrix>(written.row(source++).data(), rows, width); };
    const auto heads = [&](const Linear& output, const Matrix& z, Index count) {
      const Index numbers = z.cols() / count;
      for (Index h = 0; h < count && source < sources; ++h)
        multiply(z.block(at, h * numbers, rows, numbers), inputRows(output, h * numbers, numbers), false, next());
    };
    next() = d.input.middleRows(at, rows);
    for (std::size_t layer = 0; source < sources; ++layer) {
      const LayerSpec& part = stack.description.layers[layer];
      const LayerWeights& w = stack.weights.layers[layer];
      heads(w.attention.output, d.z[layer], part.attention.heads);
      if (part.cross) heads(w.cross.output, d.cross[layer], part.cross->heads);
      if (source < sources) next() = d.feedForward[layer].middleRows(at, rows);
    }
    return written;
  }

  const Model& m_model;
  std::optional<EdgeStack> m_stack, m_encoder;
  /// The encoder's end in the run that is added.
  struct EncoderEnd {
    Tape* tape = nullptr;
    Tape::Node stream = 0, states = 0;
  };
  EncoderEnd m_end;
  EdgeAttribution m_result;
  double m_share = 1;
};

void checkSources(const Trace& a, const Trace& b) {
  if (a.source && a.source->encoding.size() != b.source->encoding.size())
    throw Error("edge attribution: expected two sources of as many tokens, found " +
                std::to_string(a.source->encoding.size()) + " and " + std::to_string(b.source->encoding.size()));
}

/// The run whose layer 0, of an encoder, too, reads B + `part` (A - B).
std::shared_ptr<const Trace> runBetween(const Model& model, const Trace& a, const Trace& b, double part,
                                        const Progress& progress) {
  const auto stream = [part](const Trace& of, const Trace& other) -> Matrix {
    const CachedRows &own = of.hiddenStates.front(), &its = other.hiddenStates.front();
    return its + static_cast<float>(part) * (own - its);
  };
  std::shared_ptr<const Trace> source;
  if (a.source) source = runFromStream(*model.encoder(), *a.source, 0, stream(*a.source, *b.source));
  return runFromStream(model, a, 0, stream(a, b), std::move(source), progress);
}

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
  checkPair("edge attribution", model, a, b);
  if (model.description().encoder) checkStream(model, *model.description().encoder, "encoder ");
  checkStream(model, model.description(), model.description().encoder ? "decoder " : "");
  checkSources(a, b);
  Edges edges(model, a, b);
  const auto count = static_cast<double>(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Progress part = progress.slice(static_cast<double>(i) / count, static_cast<double>(i + 1) / count);
    if (path[i] == 1) {
      edges.add(a, metric, 1 / count, part);
      continue;
    }
    edges.add(*runBetween(model, a, b, path[i], part.slice(0, 0.2)), metric, 1 / count, part.slice(0.2, 1));
  }
  progress(1);
  return std::move(edges).result();
}

}  // namespace headlight
