#include "core/circuits/edges.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/analysis/head_values.h"
#include "core/attention/changed_values.h"
#include "core/base/error.h"
#include "core/base/nearest_names.h"
#include "core/circuits/direct_direction.h"
#include "core/circuits/two_texts.h"
#include "core/model/architecture.h"
#include "core/model/position_terms.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

using NodeKind = EdgeNode::Kind;

std::size_t unsignedOf(int number) { return static_cast<std::size_t>(number); }

TensorAxis nodeAxis(const char* name, const std::vector<EdgeNode>& nodes) {
  TensorAxis axis{name, static_cast<Index>(nodes.size())};
  for (const EdgeNode& node : nodes) axis.labels.push_back(nameOf(node));
  return axis;
}

/// Which nodes are chosen; throws Error for a name that there is not.
std::vector<bool> chosenOf(const std::vector<EdgeNode>& nodes, const std::vector<std::string>& names,
                           const char* what) {
  std::vector<bool> chosen(nodes.size(), names.empty());
  std::vector<std::string> known;
  for (const EdgeNode& node : nodes) known.push_back(nameOf(node));
  for (const std::string& name : names) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      const std::vector<std::string> near = nearestNames(name, known, 3);
      throw Error(std::string(what) + " '" + name + "': expected a node such as " +
                  inQuotesOr(near.empty() ? std::vector<std::string>{known.front(), known.back()} : near));
    }
    chosen[static_cast<std::size_t>(found - known.begin())] = true;
  }
  return chosen;
}

/// Site and columns of a target that is a query, keys or values.
struct Reader {
  LayerSite site;
  Index column, columns;
};

Reader readerOf(const Model& model, const EdgeNode& target) {
  const AttentionSpec& part = model.description().layers[unsignedOf(target.layer)].attention;
  const Index numbers = target.kind == NodeKind::Value ? part.valueNumbers() : part.dHead;
  return {target.kind == NodeKind::Query ? LayerSite::Query
          : target.kind == NodeKind::Key ? LayerSite::Key
                                         : LayerSite::Value,
          target.head * numbers, numbers};
}

/// The run of A in which a query, keys or values are others, `rows` [n - first, all columns of the site].
ChangedRun withReader(const EdgeNode& target, const Reader& reader, Index firstToken, const Matrix& rows) {
  ChangedRun change;
  change.layer = target.layer;
  change.token = firstToken;
  change.hook = [&rows, reader, layer = target.layer](int at, LayerSite site, MatrixOut values) {
    if (at == layer && site == reader.site)
      values.middleCols(reader.column, reader.columns) = rows.middleCols(reader.column, reader.columns);
  };
  return change;
}

/// Matrices of queries, keys and values by the kind of the target.
const Matrix& partOf(const LayerQkv& made, NodeKind kind) {
  return kind == NodeKind::Query ? made.q : kind == NodeKind::Key ? made.k : made.v;
}

/// What edges are computed of: two texts and, for each layer, what it makes of other streams.
class Edges {
 public:
  explicit Edges(const TwoTexts& texts)
      : m_texts(texts),
        m_model(texts.model()),
        m_d(m_model.description()),
        m_weights(m_model.weights()),
        m_first(texts.runs().causal() ? texts.firstDifference() : 0),
        m_rows(texts.tokens() - m_first) {}

  Index first() const { return m_first; }

  /// What a source writes in B less what it writes in A, [n - first, width].
  Matrix difference(const EdgeNode& source) const {
    const auto rows = [&](const auto& values) { return values.bottomRows(m_rows); };
    if (source.kind == NodeKind::Input)
      return rows(m_texts.b().hiddenStates.front()) - rows(m_texts.a().hiddenStates.front());
    const LayerValues &a = m_texts.valuesOfA().layers[unsignedOf(source.layer)],
                      &b = m_texts.valuesOfB().layers[unsignedOf(source.layer)];
    if (source.kind == NodeKind::FeedForward) return rows(b.feedForward) - rows(a.feedForward);
    const AttentionSpec& part = m_d.layers[unsignedOf(source.layer)].attention;
    const Index numbers = part.valueNumbers();
    const Matrix z = (rows(b.heads) - rows(a.heads)).middleCols(source.head * numbers, numbers);
    return z * inputRows(m_weights.layers[unsignedOf(source.layer)].attention.output, source.head * numbers, numbers);
  }

  /// A's stream that a layer reads, [n - first, width].
  Matrix stream(int layer) const { return m_texts.a().hiddenStates[unsignedOf(layer)].bottomRows(m_rows); }

  /// Queries, keys and values that a layer makes of A's stream plus `difference`.
  LayerQkv read(int layer, const Matrix& difference) const {
    Matrix rows = stream(layer) + difference;
    apply(m_weights.layers[unsignedOf(layer)].attentionNorms.before, rows);
    return layerQkv(m_d, m_weights, unsignedOf(layer), m_texts.runs().tables(), m_first, rows);
  }

  /// The same with every norm dividing by what it divides by in A.
  LayerQkv readFrozen(int layer, const Matrix& difference) const {
    const LayerWeights& w = m_weights.layers[unsignedOf(layer)];
    const Matrix own = stream(layer);
    Matrix plain = own;
    apply(w.attentionNorms.before, plain);
    Matrix moved = difference;
    for (Index row = 0; row < m_rows; ++row)
      passNorm(w.attentionNorms.before, own.middleRows(row, 1), moved.middleRows(row, 1));
    moved += plain;
    const auto raw = [&](const Matrix& rows) {
      return layerQkv(m_d, m_weights, unsignedOf(layer), m_texts.runs().tables(), m_first, rows, false);
    };
    LayerQkv made = raw(moved), before = raw(plain);
    made.q -= before.q;
    made.k -= before.k;
    made.v -= before.v;
    const AttentionSpec& part = m_d.layers[unsignedOf(layer)].attention;
    finishDifference(part, part.heads, w.attention.queryNorm, before.q, made.q);
    finishDifference(part, part.kvHeads, w.attention.keyNorm, before.k, made.k);
    if (part.queryGrowth) growQueries(*part.queryGrowth, m_first, made.q);
    const AttentionRecord& record = m_texts.a().layers[unsignedOf(layer)];
    made.q += record.q.bottomRows(m_rows);
    made.k += record.k.bottomRows(m_rows);
    made.v += record.v.bottomRows(m_rows);
    return made;
  }

  /// The metric of A in which one query, key or value is what `made` has.
  double with(const EdgeNode& target, const LayerQkv& made) const {
    const Reader reader = readerOf(m_model, target);
    return m_texts.metricOf(withReader(target, reader, m_first, partOf(made, target.kind)));
  }

  /// The metric of A in which a feed-forward network reads the stream plus `difference`.
  double withNetwork(int layer, const Matrix& difference) const {
    const LayerSpec& part = m_d.layers[unsignedOf(layer)];
    const LayerWeights& w = m_weights.layers[unsignedOf(layer)];
    Matrix rows = difference;
    if (part.parallel)
      rows += stream(layer);
    else
      rows += m_texts.valuesOfA().layers[unsignedOf(layer)].afterAttention.bottomRows(m_rows);
    // In parallel layers without a norm of their own both sublayers read what one norm gives.
    apply(w.feedForwardNorms.before || !part.parallel ? w.feedForwardNorms.before : w.attentionNorms.before, rows);
    ChangedRun change;
    change.layer = layer;
    change.token = m_first;
    change.hook = [&](int at, LayerSite site, MatrixOut values) {
      if (at == layer && site == LayerSite::FeedForwardInput) values = rows;
    };
    return m_texts.metricOf(change);
  }

  /// The metric of A's stream at the end plus `difference`, the final norm anew or frozen.
  double atEnd(const Matrix& difference, bool frozen) const {
    Matrix end = m_texts.valuesOfA().end;
    const Norm& norm = m_weights.finalNorm;
    if (!frozen || !norm) {
      end.bottomRows(m_rows) += difference;
      return m_texts.metricAt(end);
    }
    Matrix moved = difference;
    for (Index row = 0; row < m_rows; ++row) passNorm(norm, end.middleRows(m_first + row, 1), moved.middleRows(row, 1));
    apply(norm, end);
    end.bottomRows(m_rows) += moved;
    if (m_weights.finalProjection.empty()) return m_texts.metricOfFinal(end);
    Matrix projected(end.rows(), m_d.finalWidth);
    apply(m_weights.finalProjection, end, projected);
    return m_texts.metricOfFinal(projected);
  }

 private:
  /// Brings what queries or keys differ by to its size and rotates it, the norm dividing by what it divides `before`
  /// by, those of A.
  void finishDifference(const AttentionSpec& part, int heads, const Norm& norm, Matrix& before,
                        Matrix& difference) const {
    const auto turn = [&](Matrix& rows) {
      if (part.rotary >= 0)
        rotate(m_texts.runs().tables().rotaries[static_cast<std::size_t>(part.rotary)], heads, rows, m_first,
               part.rotaryFrom);
    };
    if (part.normAfterRotation) {
      turn(before);
      turn(difference);
    }
    const Index numbers = part.dHead;
    if (norm && part.normSpan == NormSpan::AllHeads)
      for (Index row = 0; row < m_rows; ++row) passNorm(norm, before.middleRows(row, 1), difference.middleRows(row, 1));
    else if (norm)
      for (int head = 0; head < heads; ++head) {
        const Norm own = normOfHead(norm, head, numbers);
        for (Index row = 0; row < m_rows; ++row)
          passNorm(own, before.block(row, head * numbers, 1, numbers),
                   difference.block(row, head * numbers, 1, numbers));
      }
    if (!part.normAfterRotation) turn(difference);
  }

  const TwoTexts& m_texts;
  const Model& m_model;
  const Architecture& m_d;
  const Weights& m_weights;
  const Index m_first, m_rows;
};

/// A matrix of edges: 0 where the source does not come before the target, NaN where nobody asked.
NamedTensor edgeMatrix(const Model& model, const std::string& name, const std::vector<EdgeNode>& sources,
                       const std::vector<EdgeNode>& targets, const std::vector<bool>& from,
                       const std::vector<bool>& into) {
  NamedTensor matrix = zeroTensor(name, {nodeAxis("source", sources), nodeAxis("target", targets)});
  for (std::size_t s = 0; s < sources.size(); ++s)
    for (std::size_t t = 0; t < targets.size(); ++t)
      if (comesBefore(model, sources[s], targets[t]) && !(from[s] && into[t]))
        matrix({static_cast<Index>(s), static_cast<Index>(t)}) = std::numeric_limits<double>::quiet_NaN();
  return matrix;
}

}  // namespace

std::string nameOf(const EdgeNode& node) {
  const std::string head = nameOf(HeadId{node.layer, node.head, node.attention});
  switch (node.kind) {
    case NodeKind::Input:
      return node.attention == AttentionType::Self ? "input" : "input " + std::string(nameOf(node.attention));
    case NodeKind::Head:
      return "head " + head;
    case NodeKind::FeedForward:
      return "mlp " + headPrefix(node.attention) + std::to_string(node.layer);
    case NodeKind::Query:
      return "q " + head;
    case NodeKind::Key:
      return "k " + head;
    case NodeKind::Value:
      return "v " + head;
    case NodeKind::Logits:
      break;
  }
  return "logits";
}

std::vector<EdgeNode> edgeSources(const Model& model) {
  std::vector<EdgeNode> nodes;
  const auto addStack = [&](const Architecture& d, AttentionType self) {
    nodes.push_back({NodeKind::Input, 0, 0, self});
    for (int layer = 0; layer < static_cast<int>(d.layers.size()); ++layer) {
      const LayerSpec& part = d.layers[unsignedOf(layer)];
      for (int head = 0; head < part.attention.heads; ++head) nodes.push_back({NodeKind::Head, layer, head, self});
      for (int head = 0; part.cross && head < part.cross->heads; ++head)
        nodes.push_back({NodeKind::Head, layer, head, AttentionType::Cross});
      nodes.push_back({NodeKind::FeedForward, layer, 0, self});
    }
  };
  if (const auto& encoder = model.description().encoder) addStack(*encoder, AttentionType::Encoder);
  addStack(model.description(), AttentionType::Self);
  return nodes;
}

std::vector<EdgeNode> edgeTargets(const Model& model) {
  std::vector<EdgeNode> nodes;
  const auto addHeads = [&](int layer, const AttentionSpec& part, AttentionType attention) {
    for (const auto& [kind, heads] : {std::pair{NodeKind::Query, part.heads}, std::pair{NodeKind::Key, part.kvHeads},
                                      std::pair{NodeKind::Value, part.kvHeads}})
      for (int head = 0; head < heads; ++head) nodes.push_back({kind, layer, head, attention});
  };
  const auto addStack = [&](const Architecture& d, AttentionType self) {
    for (int layer = 0; layer < static_cast<int>(d.layers.size()); ++layer) {
      const LayerSpec& part = d.layers[unsignedOf(layer)];
      addHeads(layer, part.attention, self);
      if (part.cross) addHeads(layer, *part.cross, AttentionType::Cross);
      nodes.push_back({NodeKind::FeedForward, layer, 0, self});
    }
  };
  if (const auto& encoder = model.description().encoder) addStack(*encoder, AttentionType::Encoder);
  addStack(model.description(), AttentionType::Self);
  nodes.push_back({NodeKind::Logits, static_cast<int>(model.description().layers.size())});
  return nodes;
}

bool comesBefore(const Model& model, const EdgeNode& source, const EdgeNode& target) {
  const bool cross = target.attention == AttentionType::Cross,
             readsEncoder = target.attention == AttentionType::Encoder || (cross && target.kind != NodeKind::Query);
  if ((source.attention == AttentionType::Encoder) != readsEncoder) return false;
  if (source.kind == NodeKind::Input || (cross && readsEncoder) || source.layer < target.layer) return true;
  if (source.layer != target.layer || source.kind != NodeKind::Head) return false;
  if (cross) return source.attention == AttentionType::Self;
  const Architecture& d =
      target.attention == AttentionType::Encoder ? *model.description().encoder : model.description();
  return target.kind == NodeKind::FeedForward && !d.layers[unsignedOf(target.layer)].parallel;
}

std::string reasonAgainstEdges(const Model& model) {
  const Architecture& d = model.description();
  if (d.encoder) return "it has an encoder and a decoder";
  for (const LayerSpec& layer : d.layers) {
    const auto lies = [](const NormsSpec& norms) { return norms.inside || norms.after; };
    if (lies(layer.attentionNorms) || lies(layer.feedForwardNorms) || layer.residualFromNorm)
      return "norms lie behind its sublayers, so that its stream is no sum of what each head writes";
    if (layer.bottleneck || !layer.earlierNetworks.empty())
      return "its sublayers run in a narrower stream than the one that layers read";
    if (!layer.feedForwardNorms.before && !(layer.parallel && layer.attentionNorms.before))
      return "its feed-forward networks read the stream without a norm";
  }
  return {};
}

const std::vector<std::string>& edgeKinds() {
  static const std::vector<std::string> kKinds = {"exact", "exact_frozen_norm"};
  return kKinds;
}

Findings exactEdges(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  if (const std::string reason = reasonAgainstEdges(model); !reason.empty()) refuse("edges", model, reason);
  const std::vector<EdgeNode> sources = edgeSources(model), targets = edgeTargets(model);
  const std::vector<bool> from = chosenOf(sources, q.settings.senders, "--sender"),
                          into = chosenOf(targets, q.settings.receivers, "--receiver");
  for (const LayerSpec& layer : model.description().layers)
    if (q.settings.wants(edgeKinds()[1]) && (layer.attention.latent || layer.attention.clip > 0))
      refuse(
          "edges with frozen norms", model,
          std::string(layer.attention.latent ? "its queries and keys go through latent vectors with norms of their own"
                                             : "its queries and keys are cut") +
              "; --values exact computes the others");
  for (const auto& trace : {q.a, q.b})
    if (trace)
      if (const auto layer =
              layerWithChangedValues(*trace, {LayerSite::Input, LayerSite::HeadOutput, LayerSite::FeedForwardOutput}))
        refuse("edges", model,
               "the run has changed values inside layer " + std::to_string(*layer) +
                   ", so that what parts read is not what others wrote");
  const TwoTexts texts("edges", q);
  const Edges edges(texts);
  Findings found;
  for (const bool frozen : {false, true}) {
    const std::string kind = edgeKinds()[frozen ? 1 : 0];
    if (!q.settings.wants(kind)) continue;
    NamedTensor matrix = edgeMatrix(model, "edges." + kind, sources, targets, from, into);
    // What one source changes in one layer is made once for all its heads.
    struct Job {
      std::size_t source;
      int layer;
    };
    std::vector<Job> jobs;
    for (std::size_t s = 0; s < sources.size(); ++s)
      for (int layer = 0; from[s] && layer <= static_cast<int>(model.description().layers.size()); ++layer)
        jobs.push_back({s, layer});
    forEachRun(static_cast<Index>(jobs.size()), q.progress, "edges", [&](Index at) {
      const auto [s, layer] = jobs[static_cast<std::size_t>(at)];
      const Matrix difference = edges.difference(sources[s]);
      std::optional<LayerQkv> made;
      for (std::size_t t = 0; t < targets.size(); ++t) {
        const EdgeNode& target = targets[t];
        if (target.layer != layer || !into[t] || !comesBefore(model, sources[s], target)) continue;
        double metric = 0;
        if (target.kind == NodeKind::FeedForward) {
          if (frozen) continue;
          metric = edges.withNetwork(layer, difference);
        } else if (target.kind == NodeKind::Logits) {
          metric = edges.atEnd(difference, frozen);
        } else {
          if (!made) made = frozen ? edges.readFrozen(layer, difference) : edges.read(layer, difference);
          metric = edges.with(target, *made);
        }
        matrix({static_cast<Index>(s), static_cast<Index>(t)}) = metric - texts.metricOfA();
      }
    });
    if (frozen)
      for (std::size_t t = 0; t < targets.size(); ++t)
        for (std::size_t s = 0; targets[t].kind == NodeKind::FeedForward && s < sources.size(); ++s)
          matrix({static_cast<Index>(s), static_cast<Index>(t)}) = 0;
    found.push_back(std::move(matrix));
  }
  found.push_back(oneNumber("metric.A", texts.metricOfA()));
  found.push_back(oneNumber("metric.B", texts.metricOfB()));
  return found;
}

Findings pathPatching(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  if (model.description().encoder) refuse("path patching", model, "it has an encoder and a decoder");
  const std::vector<EdgeNode> sources = edgeSources(model), targets = edgeTargets(model);
  const std::vector<bool> from = chosenOf(sources, q.settings.senders, "--sender"),
                          into = chosenOf(targets, q.settings.receivers, "--receiver");
  const TwoTexts texts("path patching", q);
  const Edges edges(texts);
  NamedTensor matrix = edgeMatrix(model, "edges.path", sources, targets, from, into);
  for (std::size_t s = 0; s < sources.size(); ++s)
    for (std::size_t t = 0; t < targets.size(); ++t)
      if (sources[s].kind != NodeKind::Head || targets[t].kind == NodeKind::FeedForward)
        matrix({static_cast<Index>(s), static_cast<Index>(t)}) = 0;
  const std::size_t layers = model.description().layers.size();
  forEachRun(static_cast<Index>(sources.size()), q.progress, "path patching", [&](Index at) {
    const EdgeNode& sender = sources[static_cast<std::size_t>(at)];
    if (!from[static_cast<std::size_t>(at)] || sender.kind != NodeKind::Head) return;
    // Run 1: the sender's output is B's, every other head's A's.
    std::vector<LayerQkv> read(layers);
    ChangedRun one;
    one.layer = sender.layer;
    one.token = edges.first();
    one.hook = [&](int layer, LayerSite site, MatrixOut rows) {
      LayerQkv& of = read[unsignedOf(layer)];
      if (site == LayerSite::Query) of.q = rows;
      if (site == LayerSite::Key) of.k = rows;
      if (site == LayerSite::Value) of.v = rows;
      if (site != LayerSite::HeadOutput) return;
      rows = texts.valuesOfA().layers[unsignedOf(layer)].heads.bottomRows(rows.rows());
      if (layer != sender.layer) return;
      const Index numbers = model.description().layers[unsignedOf(layer)].attention.valueNumbers();
      rows.middleCols(sender.head * numbers, numbers) = texts.valuesOfB()
                                                            .layers[unsignedOf(layer)]
                                                            .heads.bottomRows(rows.rows())
                                                            .middleCols(sender.head * numbers, numbers);
    };
    const double direct = texts.metricOf(one);
    // Run 2: the receiver reads what it made in run 1.
    for (std::size_t t = 0; t < targets.size(); ++t) {
      const EdgeNode& target = targets[t];
      if (!into[t] || target.kind == NodeKind::FeedForward || !comesBefore(model, sender, target)) continue;
      const double metric =
          target.kind == NodeKind::Logits ? direct : edges.with(target, read[unsignedOf(target.layer)]);
      matrix({at, static_cast<Index>(t)}) = metric - texts.metricOfA();
    }
  });
  Findings found;
  found.push_back(std::move(matrix));
  found.push_back(oneNumber("metric.A", texts.metricOfA()));
  found.push_back(oneNumber("metric.B", texts.metricOfB()));
  return found;
}

}  // namespace headlight
