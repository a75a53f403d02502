#include "core/gradients/head_tape.h"

#include "core/base/error.h"
#include "core/model/head.h"

namespace headlight {
namespace {

using Node = Tape::Node;

/// How much of each row of the final states is in what the head reads.
Vector poolWeights(const OutputHeadSpec& head, std::int64_t padId, const Encoding& encoding, Index position) {
  using Pooling = OutputHeadSpec::Pooling;
  const auto n = static_cast<Index>(encoding.size());
  Vector weights = Vector::Zero(n);
  if (head.pooling == Pooling::Mean) {
    for (Index i = 0; i < n; ++i) weights[i] = encoding.tokens[static_cast<std::size_t>(i)].attended ? 1 : 0;
    if (const float sum = weights.sum(); sum > 0) weights /= sum;
    return weights;
  }
  Index row = head.pooling == Pooling::EachToken ? position : 0;
  if (head.pooling == Pooling::LastToken) row = lastRow(padId, encoding);
  weights[row] = 1;
  return weights;
}

}  // namespace

Node layFinalStates(Tape& tape, const Weights& weights, Node hidden) {
  const Node normed = tape.norm(weights.finalNorm, hidden);
  return weights.finalProjection.empty() ? normed : tape.linear(weights.finalProjection, normed);
}

Node layAnswer(Tape& tape, const Architecture& d, const Weights& weights, const Encoding& encoding,
               const Metric& metric, Node final) {
  const auto n = static_cast<Index>(encoding.size());
  const auto row = [&](Index number) { return tape.pickRows(final, {number}); };
  if (metric.kind == Metric::Kind::HiddenState) {
    checkMetric(metric, n, tape.value(final).cols());
    return row(metric.position);
  }
  const OutputHeadSpec& head = d.head;
  if (head.kind == OutputHeadKind::None)
    throw Error("metric: expected a model with a head for a metric of logits, found one without");
  checkMetric(metric, answersEachToken(d) ? n : 1, head.outputs);
  Node states = tape.combineRows(final, poolWeights(head, d.padId, encoding, metric.position));
  for (std::size_t i = 0; i < head.steps.size(); ++i) {
    const HeadStepWeights& step = weights.headSteps[i];
    states = tape.norm(step.norm, tape.activation(head.steps[i].activation, tape.linear(step.linear, states)));
  }
  if (head.scale != 1) states = tape.times(states, head.scale);
  Node logits;
  if (weights.headBeyond.empty()) {
    logits = tape.linear(weights.headOutput, states);
  } else {
    const Index own = d.embedding.width, beyond = tape.value(states).cols() - own;
    logits = tape.add(tape.linear(weights.headOutput, tape.join({{states, 0, own}})),
                      tape.linear(weights.headBeyond, tape.join({{states, own, beyond}})));
  }
  if (!weights.headSecond.weight.empty())
    logits = tape.times(tape.add(logits, tape.linear(weights.headSecond, row(1))), 0.5F);
  if (head.softCap > 0) logits = tape.cap(logits, head.softCap);
  return logits;
}

}  // namespace headlight
