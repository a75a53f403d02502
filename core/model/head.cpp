#include "core/model/head.h"

#include "core/base/parallel.h"
#include "core/ops/activations.h"

namespace headlight {

Matrix patchMean(const Encoding& encoding, MatrixView states) {
  // The tokens of patches are those that are not learned.
  Matrix mean = Matrix::Zero(1, states.cols());
  Index count = 0;
  for (Index i = 0; i < states.rows(); ++i)
    if (!encoding.tokens[static_cast<std::size_t>(i)].special) {
      mean += states.row(i);
      ++count;
    }
  if (count > 0) mean /= static_cast<float>(count);
  return mean;
}

namespace {

Matrix pool(OutputHeadSpec::Pooling pooling, std::int64_t padId, const Encoding& encoding, MatrixView states) {
  if (pooling == OutputHeadSpec::Pooling::EachToken) return states;
  if (pooling == OutputHeadSpec::Pooling::First) return states.topRows(1);
  if (pooling == OutputHeadSpec::Pooling::FirstTwo) return states.topRows(2).colwise().mean();
  if (pooling == OutputHeadSpec::Pooling::FirstAndMean) {
    Matrix both(1, 2 * states.cols());
    both << states.topRows(1), patchMean(encoding, states);
    return both;
  }
  if (pooling == OutputHeadSpec::Pooling::PatchMean) return patchMean(encoding, states);
  if (pooling == OutputHeadSpec::Pooling::LastToken) return states.row(lastRow(padId, encoding));
  Matrix pooled = Matrix::Zero(1, states.cols());
  Index count = 0;
  for (Index i = 0; i < states.rows(); ++i) {
    if (!encoding.tokens[static_cast<std::size_t>(i)].attended) continue;
    pooled += states.row(i);
    ++count;
  }
  if (count > 0) pooled /= static_cast<float>(count);
  return pooled;
}

}  // namespace

Index lastRow(std::int64_t padId, const Encoding& encoding) {
  const auto isPadding = [&](const Token& token) { return !token.attended || (padId >= 0 && token.id == padId); };
  auto last = static_cast<Index>(encoding.size()) - 1;
  while (last > 0 && isPadding(encoding.tokens[static_cast<std::size_t>(last)])) --last;
  return last;
}

Matrix finalStates(const Architecture& d, const Weights& weights, Matrix hidden) {
  if (weights.finalNorm)
    parallelRows(hidden.rows(), hidden.cols(),
                 [&](Index at, Index count) { apply(weights.finalNorm, hidden.middleRows(at, count)); });
  if (weights.finalProjection.empty()) return hidden;
  Matrix projected(hidden.rows(), d.finalWidth);
  apply(weights.finalProjection, hidden, projected);
  return projected;
}

bool answersEachToken(const Architecture& d) { return d.head.pooling == OutputHeadSpec::Pooling::EachToken; }

Matrix throughSteps(const std::vector<HeadStep>& steps, const std::vector<HeadStepWeights>& weights, Matrix rows) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    Matrix next(rows.rows(), steps[i].width);
    apply({{weights[i].linear, next, steps[i].activation}}, rows);
    apply(weights[i].norm, next);
    rows = std::move(next);
  }
  return rows;
}

Matrix runHead(const Architecture& d, const Weights& weights, const Encoding& encoding, MatrixView final) {
  if (d.head.kind == OutputHeadKind::None) return {};
  Matrix states = pool(d.head.pooling, d.padId, encoding, final);
  if (weights.headNorm) apply(weights.headNorm, states);
  states = throughSteps(d.head.steps, weights.headSteps, std::move(states));
  if (d.head.scale != 1) states *= d.head.scale;
  Matrix logits(states.rows(), d.head.outputs);
  if (weights.headBeyond.empty()) {
    apply(weights.headOutput, states, logits);
  } else {
    Matrix more(states.rows(), d.head.outputs);
    apply(weights.headOutput, Matrix(states.leftCols(d.embedding.width)), logits);
    apply(weights.headBeyond, Matrix(states.rightCols(states.cols() - d.embedding.width)), more);
    logits += more;
  }
  if (!weights.headSecond.weight.empty()) {
    Matrix second(1, d.head.outputs);
    apply(weights.headSecond, final.middleRows(1, 1), second);
    logits = (logits + second) / 2;
  }
  if (d.head.softCap > 0) logits = (logits.array() / d.head.softCap).tanh() * d.head.softCap;
  return logits;
}

}  // namespace headlight
