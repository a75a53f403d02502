#include "core/gradients/block_tape.h"

#include <limits>
#include <utility>

#include "core/gradients/attention_backward.h"
#include "core/model/position_terms.h"

namespace headlight {
namespace {

using Node = Tape::Node;

/// What the layer of a tape is laid with.
struct LayerPlace {
  Tape& tape;
  const TapedStack& stack;
  std::size_t number;
  const LayerSpec& part;
  const LayerWeights& weights;
};

/// Queries, keys and values before they are brought to their size and rotated.
struct TapedQkv {
  Node q, k, v;
};

TapedQkv layLatent(Tape& tape, const AttentionSpec& part, const AttentionWeights& weights, Node in) {
  const LatentSpec& latent = *part.latent;
  const Index content = part.dHead - latent.turning, dValue = part.valueNumbers();
  TapedQkv qkv;
  if (latent.queryRank > 0)
    qkv.q = tape.linear(weights.queryUp, tape.norm(weights.latentQueryNorm, tape.linear(weights.queryDown, in)));
  else
    qkv.q = tape.linear(weights.query, in);
  const Node down = tape.linear(weights.keyValueDown, in);
  const Node low = tape.norm(weights.latentNorm, tape.join({{down, 0, latent.rank}}));
  const Node up = tape.linear(weights.keyValueUp, low);
  std::vector<Tape::Columns> k, v;
  for (Index h = 0; h < part.kvHeads; ++h) {
    const Index at = h * (content + dValue);
    k.push_back({up, at, content});
    k.push_back({down, latent.rank, latent.turning});
    v.push_back({up, at + content, dValue});
  }
  qkv.k = tape.join(std::move(k));
  qkv.v = tape.join(std::move(v));
  return qkv;
}

TapedQkv layQkv(Tape& tape, const AttentionSpec& part, const AttentionWeights& weights, Node in, Node forValues) {
  if (part.latent) return layLatent(tape, part, weights, in);
  if (part.layout == QkvLayout::Separate)
    return {tape.linear(weights.query, in), tape.linear(weights.key, in), tape.linear(weights.value, forValues)};
  const Node fused = tape.linear(weights.qkv, in);
  const Index queries = part.heads * part.dHead, keys = part.kvHeads * part.dHead;
  if (part.layout == QkvLayout::Parts)
    return {tape.join({{fused, 0, queries}}), tape.join({{fused, queries, keys}}),
            tape.join({{fused, queries + keys, keys}})};
  const Index groups = part.qkvGroups > 0 ? part.qkvGroups : part.kvHeads, of = queries / groups, each = keys / groups;
  std::vector<Tape::Columns> q, first, second;
  for (Index g = 0; g < groups; ++g) {
    const Index at = g * (of + 2 * each);
    q.push_back({fused, at, of});
    first.push_back({fused, at + of, each});
    second.push_back({fused, at + of + each, each});
  }
  if (part.valuesBeforeKeys) std::swap(first, second);
  return {tape.join(std::move(q)), tape.join(std::move(first)), tape.join(std::move(second))};
}

void layFinish(Tape& tape, const AttentionSpec& part, const AttentionWeights& weights, const RunTables& tables,
               TapedQkv& qkv) {
  const auto norm = [&] {
    const bool together = part.normSpan == NormSpan::AllHeads;
    qkv.q = tape.norm(weights.queryNorm, qkv.q, together ? 1 : part.heads);
    qkv.k = tape.norm(weights.keyNorm, qkv.k, together ? 1 : part.kvHeads);
  };
  if (!part.normAfterRotation) norm();
  if (part.clip > 0)
    for (Node* rows : {&qkv.q, &qkv.k, &qkv.v}) *rows = tape.clip(*rows, -part.clip, part.clip);
  if (part.rotary >= 0) {
    const RotaryTable& table = tables.rotaries[static_cast<std::size_t>(part.rotary)];
    qkv.q = tape.rotate(table, qkv.q, part.heads, part.rotaryFrom);
    qkv.k = tape.rotate(table, qkv.k, part.kvHeads, part.rotaryFrom);
  }
  if (part.normAfterRotation) norm();
  if (part.queryGrowth) {
    Matrix factors = Matrix::Ones(tape.value(qkv.q).rows(), 1);
    growQueries(*part.queryGrowth, 0, factors);
    qkv.q = tape.scaleRows(qkv.q, factors.col(0));
  }
}

/// The attention itself, over the queries, keys and values that the run left in `record`.
TapedAttention layHeads(Tape& tape, const AttentionRecord& record, const TapedQkv& qkv, const Linear& output) {
  // Values of their own, so that q, k and v are nodes whose gradients are those of this attention.
  TapedAttention nodes{tape.again(qkv.q), tape.again(qkv.k), tape.again(qkv.v), 0, 0};
  nodes.z = tape.made(headOutputs(record), [&tape, &record, nodes](const Matrix& gradient) {
    AttentionReads back = backThroughAttention(record, gradient, tape.within());
    tape.give(nodes.q, std::move(back.q));
    tape.give(nodes.k, std::move(back.k));
    tape.give(nodes.v, std::move(back.v));
  });
  nodes.output = tape.again(tape.linear(output, nodes.z));
  for (const Node node : {nodes.q, nodes.k, nodes.v, nodes.z, nodes.output}) tape.keepGradient(node);
  return nodes;
}

Node layFeedForward(Tape& tape, const FeedForwardSpec& part, const FeedForwardWeights& weights, Node in) {
  using Order = FeedForwardSpec::GateOrder;
  if (!part.gateIn && !part.gate) {
    Node inner = tape.activation(part.activation, tape.linear(weights.in, in));
    if (part.xielu) inner = tape.activation(weights.xielu, inner);
    return tape.linear(weights.output, inner);
  }
  Node gate, inner;
  if (part.gate) {
    gate = tape.linear(weights.gate, in);
    inner = tape.linear(weights.in, in);
  } else {
    const Node both = tape.linear(weights.gateIn, in);
    std::vector<Tape::Columns> first, second;
    if (part.gateOrder == Order::Alternating) {
      for (Index j = 0; j < part.inner; ++j) {
        first.push_back({both, 2 * j, 1});
        second.push_back({both, 2 * j + 1, 1});
      }
    } else {
      first.push_back({both, 0, part.inner});
      second.push_back({both, part.inner, part.inner});
      if (part.gateOrder == Order::Last) std::swap(first, second);
    }
    gate = tape.join(std::move(first));
    inner = tape.join(std::move(second));
  }
  if (part.limit > 0) {
    gate = tape.clip(gate, -std::numeric_limits<float>::infinity(), part.limit);
    inner = tape.clip(inner, -part.limit, part.limit);
  }
  gate = part.xielu ? tape.activation(weights.xielu, gate) : tape.activation(part.activation, gate);
  if (part.inOffset != 0) inner = tape.plus(inner, part.inOffset);
  return tape.linear(weights.output, tape.multiply(inner, gate));
}

/// Adds to `out` what the experts give that the run chose.
Node layExperts(const LayerPlace& at, Node in, Node out) {
  Tape& tape = at.tape;
  const ExpertsSpec& part = *at.part.experts;
  const ExpertRecord& record = at.stack.trace.experts[at.number];
  const ExpertChoice choice = record.choice(0);
  const Index tokens = tape.value(in).rows();
  std::vector<std::vector<Index>> rows(part.experts.size());
  Matrix weights = Matrix::Zero(tokens, static_cast<Index>(part.experts.size()));
  for (Index i = 0; i < tokens; ++i) {
    const auto token = static_cast<std::size_t>(i);
    for (std::size_t k = 0; k < choice.experts[token].size(); ++k) {
      rows[static_cast<std::size_t>(choice.experts[token][k])].push_back(i);
      weights(i, choice.experts[token][k]) = choice.weights[token][k];
    }
  }
  const Node logits = tape.linear(at.weights.experts.router, in);
  const Node weighted = tape.made(std::move(weights), [&tape, &record, logits](const Matrix& gradient) {
    tape.give(logits, backThroughChoice(*record.rule, record.logits, gradient));
  });
  for (std::size_t e = 0; e < rows.size(); ++e) {
    if (rows[e].empty()) continue;
    const Node share = tape.pickRows(tape.join({{weighted, static_cast<Index>(e), 1}}), rows[e]);
    Node read = tape.pickRows(in, rows[e]);
    if (part.scalesInput) read = tape.multiplyRows(read, share);
    Node given = layFeedForward(tape, part.experts[e], at.weights.experts.experts[e], read);
    if (!part.scalesInput) given = tape.multiplyRows(given, share);
    out = tape.addToRows(out, given, rows[e]);
  }
  return out;
}

/// The feed-forward sublayer without norms and residual.
Node layFeedForwards(const LayerPlace& at, Node in) {
  Tape& tape = at.tape;
  const Matrix& read = tape.value(in);
  Node out = at.part.feedForward.inner > 0 ? layFeedForward(tape, at.part.feedForward, at.weights.feedForward, in)
                                           : tape.leaf(Matrix::Zero(read.rows(), read.cols()));
  if (at.part.experts) {
    if (at.part.experts->sharedGate)
      out =
          tape.multiplyRows(out, tape.activation(Activation::Sigmoid, tape.linear(at.weights.experts.sharedGate, in)));
    out = layExperts(at, in, out);
  }
  out = tape.again(out);
  tape.keepGradient(out);
  return out;
}

/// What a layer's sublayers read, as LayerInput of the block.
struct TapedInput {
  Node stream;
  std::optional<Node> attention, values;
};

/// The sublayers around a stream, which becomes `nodes.out`.
void laySublayers(const LayerPlace& at, const TapedInput& input, TapedLayer& nodes) {
  Tape& tape = at.tape;
  const LayerSpec& part = at.part;
  const LayerWeights& w = at.weights;
  const RunTables& tables = at.stack.tables;
  const NormsWeights &norms = w.attentionNorms, &innerNorms = w.feedForwardNorms;

  // 1. Attention of the normed input.
  nodes.attentionReads = tape.again(input.stream);
  tape.keepGradient(nodes.attentionReads);
  Node normed = tape.norm(norms.before, nodes.attentionReads);
  const Node attentionInput = input.attention.value_or(normed);
  TapedQkv qkv = layQkv(tape, part.attention, w.attention, attentionInput, input.values.value_or(attentionInput));
  layFinish(tape, part.attention, w.attention, tables, qkv);
  nodes.attention = layHeads(tape, at.stack.trace.layers[at.number], qkv, w.attention.output);

  if (part.parallel) {
    // 2. Both sublayers read the layer's input.
    const Node joined = tape.add(input.stream, tape.norm(norms.inside, nodes.attention.output));
    nodes.feedForwardReads = tape.again(input.stream);
    tape.keepGradient(nodes.feedForwardReads);
    nodes.feedForward =
        layFeedForwards(at, tape.norm(innerNorms.before ? innerNorms.before : norms.before, nodes.feedForwardReads));
    nodes.out = tape.add(joined, nodes.feedForward);
    return;
  }
  // What a sublayer gave joins the stream; `read` is what it read.
  const auto join = [&](const NormsWeights& own, Node stream, Node read, Node given) {
    given = tape.norm(own.inside, given);
    return tape.norm(own.after, tape.add(part.residualFromNorm && own.before ? read : stream, given));
  };
  Node stream = join(norms, input.stream, normed, nodes.attention.output);
  // 2. Cross-attention in a decoder that has an encoder.
  if (part.cross) {
    nodes.source = tape.leaf(tables.source->states());
    nodes.crossReads = tape.again(stream);
    tape.keepGradient(*nodes.crossReads);
    normed = tape.norm(w.crossNorms.before, *nodes.crossReads);
    const TapedQkv own{tape.linear(w.cross.query, normed), tape.linear(w.cross.key, *nodes.source),
                       tape.linear(w.cross.value, *nodes.source)};
    nodes.cross = layHeads(tape, at.stack.trace.cross[at.number], own, w.cross.output);
    stream = join(w.crossNorms, stream, normed, nodes.cross->output);
  }
  // 3. The feed-forward networks.
  for (std::size_t i = 0; i < w.earlierNetworks.size(); ++i) {
    const FeedForwardStepWeights& step = w.earlierNetworks[i];
    normed = tape.norm(step.norms.before, stream);
    stream =
        join(step.norms, stream, normed, layFeedForward(tape, part.earlierNetworks[i].network, step.network, normed));
  }
  nodes.feedForwardReads = tape.again(stream);
  tape.keepGradient(nodes.feedForwardReads);
  normed = tape.norm(innerNorms.before, nodes.feedForwardReads);
  nodes.feedForward = layFeedForwards(at, normed);
  nodes.out = join(innerNorms, stream, normed, nodes.feedForward);
}

}  // namespace

TapedLayer layLayer(Tape& tape, const TapedStack& stack, std::size_t layer, Matrix in) {
  const LayerPlace at{tape, stack, layer, stack.description.layers[layer], stack.weights.layers[layer]};
  TapedLayer nodes{};
  nodes.in = tape.leaf(std::move(in));
  if (!at.part.bottleneck) {
    laySublayers(at, {nodes.in, {}, {}}, nodes);
    return nodes;
  }
  const BottleneckWeights& b = at.weights.bottleneck;
  TapedInput input{tape.norm(b.inNorm, tape.linear(b.in, nodes.in)), {}, {}};
  if (!b.attention.empty()) {
    input.attention = tape.norm(b.attentionNorm, tape.linear(b.attention, nodes.in));
    input.values = nodes.in;
  }
  laySublayers(at, input, nodes);
  nodes.out = tape.norm(b.outNorm, tape.add(tape.linear(b.out, nodes.out), nodes.in));
  return nodes;
}

}  // namespace headlight
