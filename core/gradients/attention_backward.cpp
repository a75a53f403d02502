#include "core/gradients/attention_backward.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "core/attention/attend.h"
#include "core/attention/row_bands.h"
#include "core/base/parallel.h"
#include "core/ops/gemm.h"

namespace headlight {
namespace {

/// The record with scores as they are behind the cap alone: without a term of position and without a mask.
AttentionRecord cappedScores(const AttentionRecord& record) {
  auto rule = std::make_shared<ScoreRule>(*record.rule);
  rule->visibility = {};
  rule->position.byKey = {};
  rule->position.byDistance = {};
  rule->position.byStep = {};
  AttentionRecord out = record;
  out.rule = std::move(rule);
  return out;
}

/// gradient(i, bucket) += scores(i, j) for the bucket of each distance, or with `ofKeys` gradient(j, bucket).
void addByBucket(const PositionTerm& position, const std::vector<int>& buckets, const Rect& rect, MatrixView scores,
                 bool ofKeys, Matrix& gradient) {
  for (Index i = 0; i < rect.rows; ++i)
    for (Index j = 0; j < rect.cols; ++j) {
      const Index distance = (rect.col + j) - (rect.row + i) + position.distanceZero;
      gradient(ofKeys ? j : i, buckets[static_cast<std::size_t>(distance)]) += scores(i, j);
    }
}

/// One head: all of its queries and keys.
struct HeadReads {
  MatrixOut q;     ///< [N, dHead].
  MatrixOut k, v;  ///< [M, dHead], [M, dValue]: what this head alone gives, added.
};

void backThroughHead(const AttentionRecord& record, const AttentionRecord* capped, int head, MatrixView gradient,
                     HeadReads to) {
  const ScoreRule& rule = *record.rule;
  const PositionTerm& position = rule.position;
  const MatrixView queries = record.queries(head), keys = record.keys(head);
  const Index n = record.queries(), at = head * rule.dHead, band = bandRows(n, record.keys());
  Matrix turned, byBucket;
  for (Index first = 0; first < n; first += band) {
    const Index count = std::min(band, n - first);
    const auto [begin, end] = rule.visibility.visible(first, count, record.keys());
    if (begin == end) {
      to.q.middleRows(first, count).setZero();
      continue;
    }
    const Rect rect{first, begin, count, end - begin};
    const MatrixView given = gradient.middleRows(first, count);
    WeightGradients g = weightGradients(record, head, rect, given);
    turned = g.weights.transpose();
    multiply(turned, given, true, to.v.middleRows(begin, rect.cols));
    Matrix& scores = g.toScores;
    if (capped) {  // d tanh(s / c) · c = 1 - tanh².
      computeScores(*capped, head, rect, g.weights, Rounding::OfTheRectangle);
      scores.array() *= 1 - (g.weights.array() / rule.softCap).square();
    }
    scores *= rule.scale;
    MatrixOut toQ = to.q.middleRows(first, count), toK = to.k.middleRows(begin, rect.cols);
    multiply(scores, keys.middleRows(begin, rect.cols), false, toQ);
    turned = scores.transpose();
    multiply(turned, queries.middleRows(first, count), true, toK);
    if (position.positionKey.size() > 0) {
      byBucket.setZero(count, position.positionKey.rows());
      addByBucket(position, position.contentToPosition, rect, scores, false, byBucket);
      multiply(byBucket, position.positionKey.middleCols(at, rule.dHead), true, toQ);
    }
    if (position.positionQuery.size() > 0) {
      byBucket.setZero(rect.cols, position.positionQuery.rows());
      addByBucket(position, position.positionToContent, rect, scores, true, byBucket);
      multiply(byBucket, position.positionQuery.middleCols(at, rule.dHead), true, toK);
    }
  }
}

/// The heads' parts of a row added up for each key/value head.
Matrix sumOfGroups(Matrix ofHeads, const ScoreRule& rule) {
  if (rule.kvHeads == rule.heads) return ofHeads;
  const Index each = ofHeads.cols() / rule.heads;
  Matrix sums = Matrix::Zero(ofHeads.rows(), rule.kvHeads * each);
  for (int head = 0; head < rule.heads; ++head)
    sums.middleCols(keyHeadOf(head, rule.heads, rule.kvHeads) * each, each) += ofHeads.middleCols(head * each, each);
  return sums;
}

}  // namespace

Matrix headOutputs(const AttentionRecord& record) {
  const Index dValue = record.dValue();
  Matrix out(record.queries(), record.rule->heads * dValue);
  parallelFor(record.rule->heads,
              [&](Index head) { headOutput(record, static_cast<int>(head), out.middleCols(head * dValue, dValue)); });
  return out;
}

WeightGradients weightGradients(const AttentionRecord& record, int head, const Rect& rect, MatrixView gradient) {
  WeightGradients g;
  g.weights.resize(rect.rows, rect.cols);
  computeScores(record, head, rect, g.weights, Rounding::OfTheRectangle);
  scoresToWeights(g.weights, record.logSumExp.col(head).segment(rect.row, rect.rows));
  g.toWeights.resize(rect.rows, rect.cols);
  multiplyTransposed(gradient, record.values(head).middleRows(rect.col, rect.cols), 1, g.toWeights);
  // A sink is a key whose value is 0, and so is what comes back to its weight.
  g.toScores.resize(rect.rows, rect.cols);
  for (Index i = 0; i < rect.rows; ++i) {
    const double mean = g.weights.row(i).cast<double>().dot(g.toWeights.row(i).cast<double>());
    g.toScores.row(i) = g.weights.row(i).array() * (g.toWeights.row(i).array() - static_cast<float>(mean));
  }
  return g;
}

AttentionReads backThroughAttention(const AttentionRecord& record, MatrixView gradient, const Progress& progress) {
  const ScoreRule& rule = *record.rule;
  const Index dHead = rule.dHead, dValue = record.dValue();
  AttentionReads g;
  g.q.resize(record.queries(), rule.heads * dHead);
  Matrix k = Matrix::Zero(record.keys(), rule.heads * dHead), v = Matrix::Zero(record.keys(), rule.heads * dValue);
  std::optional<AttentionRecord> capped;
  if (rule.softCap > 0) capped = cappedScores(record);
  // Some heads at a time, between which it may be stopped.
  const int together = std::max(4, 2 * threadCount());
  for (int from = 0; from < rule.heads; from += together) {
    progress(static_cast<double>(from) / rule.heads);
    parallelFor(std::min(together, rule.heads - from), [&](Index i) {
      const Index head = from + i;
      backThroughHead(record, capped ? &*capped : nullptr, static_cast<int>(head),
                      gradient.middleCols(head * dValue, dValue),
                      {g.q.middleCols(head * dHead, dHead), k.middleCols(head * dHead, dHead),
                       v.middleCols(head * dValue, dValue)});
    });
  }
  g.k = sumOfGroups(std::move(k), rule);
  g.v = sumOfGroups(std::move(v), rule);
  return g;
}

}  // namespace headlight
