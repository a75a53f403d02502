#include "core/attention/attend.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/ops/activations.h"
#include "core/ops/gemm.h"
#include "core/ops/parallel.h"

namespace headlight {
namespace {

/// Scores in a block of one head: 1 MiB, which the cache of a core holds.
constexpr Index kBlock = 256 * 1024;

/// One head over the queries [first, first + count).
void attendBlock(AttentionRecord& record, int head, Index first, Index count, MatrixOut out) {
  thread_local Matrix scores;
  const ScoreRule& rule = *record.rule;
  // Only the keys that some query of the block may see.
  Index begin = record.keys(), end = 0;
  for (Index i = first; i < first + count; ++i) {
    const auto range = rule.visibility.visible(i, record.keys());
    begin = std::min(begin, range.begin);
    end = std::max(end, range.end);
  }
  const Index keys = std::max<Index>(end - begin, 0);
  auto context = out.block(first, head * rule.dHead, count, rule.dHead);
  if (keys == 0) {
    context.setZero();
    record.logSumExp.col(head).segment(first, count).setConstant(-std::numeric_limits<float>::infinity());
    return;
  }
  scores.resize(count, keys);
  computeScores(record, head, {first, begin, count, keys}, scores);
  const Vector logSumExp = rowLogSumExp(scores);
  record.logSumExp.col(head).segment(first, count) = logSumExp;
  if (const auto* edits = record.editsOf(head))
    editedWeights(*edits, {first, begin, count, keys}, logSumExp, scores);
  else
    scoresToWeights(scores, logSumExp);
  const Index kvHead = head / (rule.heads / rule.kvHeads);
  multiply(scores, record.v.block(begin, kvHead * rule.dHead, keys, rule.dHead), false, context);
}

}  // namespace

Index attentionBlock(Index keys) { return std::clamp<Index>(kBlock / std::max<Index>(keys, 1), 16, 128); }

void attend(AttentionRecord& record, MatrixOut out, const Progress& progress) {
  const ScoreRule& rule = *record.rule;
  const Index queries = record.queries(), keys = record.keys();
  record.logSumExp.resize(queries, rule.heads);
  const Index block = attentionBlock(keys);
  const bool alone = queries * keys * rule.dHead * rule.heads < (1 << 18);  // Too little to wake another thread for.
  for (Index first = 0; first < queries; first += block) {
    progress(static_cast<double>(first) / static_cast<double>(queries));
    const Index count = std::min(block, queries - first);
    const auto one = [&](Index head) { attendBlock(record, static_cast<int>(head), first, count, out); };
    if (alone)
      for (int head = 0; head < rule.heads; ++head) one(head);
    else
      parallelFor(rule.heads, one);
  }
  record.replaced.clear();
  if (!record.edits) return;
  for (const OutputEdit& edit : record.edits->outputs) {
    auto own = out.middleCols(edit.head * rule.dHead, rule.dHead);
    record.replaced.push_back(edit);
    Matrix& rows = record.replaced.back().rows;
    if (rows.size() == 0) rows = own.cast<double>().colwise().mean().cast<float>();
    if (rows.rows() == 1)
      own.rowwise() = rows.row(0);
    else
      own = rows;
  }
}

void headOutput(const AttentionRecord& record, int head, MatrixOut out) {
  const ScoreRule& rule = *record.rule;
  if (const OutputEdit* replaced = record.replacedOutput(head)) {
    for (Index i = 0; i < out.rows(); ++i) out.row(i) = replaced->rows.row(replaced->rows.rows() == 1 ? 0 : i);
    return;
  }
  const Index queries = record.queries(), keys = record.keys(), kvHead = head / (rule.heads / rule.kvHeads);
  const Index block = attentionBlock(keys);
  Matrix weights;
  for (Index first = 0; first < queries; first += block) {
    const Index count = std::min(block, queries - first);
    weights.resize(count, keys);
    computeWeights(record, head, {first, 0, count, keys}, weights);
    multiply(weights, record.v.middleCols(kvHead * rule.dHead, rule.dHead), false, out.middleRows(first, count));
  }
}

}  // namespace headlight
