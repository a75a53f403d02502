#include "core/attention/attend.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/base/parallel.h"
#include "core/ops/activations.h"
#include "core/ops/gemm.h"

namespace headlight {
namespace {

/// Multiply-adds between two looks at whether the work is still wanted: some milliseconds.
constexpr Index kGroup = Index{1} << 28;
/// Below this many multiply-adds there is too little to wake another thread for.
constexpr Index kLeastWork = 1 << 18;

std::span<float> spanOf(Matrix& matrix, Index row) {
  return {matrix.row(row).data(), static_cast<std::size_t>(matrix.cols())};
}

/// One head over some queries; `out` [queries, dValue], `logSumExp` [queries].
struct HeadBlock {
  const AttentionRecord& record;
  int head;
  Index first, count;  ///< Queries.
  Visibility::Range keys;
  MatrixOut out;
  Eigen::Ref<Vector, 0, Eigen::InnerStride<>> logSumExp;

  MatrixView values(Index begin, Index size) const { return record.values(head).middleRows(begin, size); }
};

/// Whole rows of scores, changed on the way.
void attendEdited(const HeadBlock& b, const std::vector<WeightEdit>& edits) {
  thread_local Matrix scores;
  const Rect rect{b.first, b.keys.begin, b.count, b.keys.end - b.keys.begin};
  scores.resize(rect.rows, rect.cols);
  computeScores(b.record, b.head, rect, scores, Rounding::OfTheRectangle);
  const float sink = b.record.rule->sink(b.head);
  const Vector logSumExp = rowLogSumExp(scores, sink);
  auto kept = b.logSumExp;
  kept = logSumExp;
  editedWeights(edits, rect, logSumExp, sink, scores);
  MatrixOut out = b.out;
  multiply(scores, b.values(rect.col, rect.cols), false, out);
}

/// Scores in blocks of keys. What earlier blocks gave is scaled down whenever a larger score comes.
void attendStreamed(const HeadBlock& b, Index blockKeys) {
  thread_local Matrix scores;
  thread_local Vector largest;
  thread_local Eigen::VectorXd sum;
  constexpr float kNone = -std::numeric_limits<float>::infinity();
  const float sink = b.record.rule->sink(b.head);
  largest.setConstant(b.count, sink);
  sum.setConstant(b.count, sink == kNone ? 0 : 1);
  MatrixOut out = b.out;
  auto logSumExp = b.logSumExp;
  for (Index begin = b.keys.begin; begin < b.keys.end; begin += blockKeys) {
    const Index size = std::min(blockKeys, b.keys.end - begin);
    scores.resize(b.count, size);
    computeScores(b.record, b.head, {b.first, begin, b.count, size}, scores, Rounding::OfTheRectangle);
    for (Index i = 0; i < b.count; ++i) {
      float most = std::max(largest[i], largestOf(spanOf(scores, i)));
      if (most == kNone) {
        if (!scores.row(i).array().isNaN().any()) {
          scores.row(i).setZero();
          continue;
        }
        most = std::numeric_limits<float>::quiet_NaN();  // Nothing but NaN is not the same as nothing to see.
      }
      const double added = sumOfExpShifted(spanOf(scores, i), -most);
      const double kept = std::exp(static_cast<double>(largest[i]) - static_cast<double>(most));
      if (begin > b.keys.begin && kept != 1) out.row(i) *= static_cast<float>(kept);
      sum[i] = sum[i] * kept + added;
      largest[i] = most;
    }
    multiply(scores, b.values(begin, size), begin > b.keys.begin, out);
  }
  for (Index i = 0; i < b.count; ++i) {
    const bool sees = largest[i] != kNone;
    logSumExp[i] = sees ? static_cast<float>(static_cast<double>(largest[i]) + std::log(sum[i])) : kNone;
    if (sees) out.row(i) *= static_cast<float>(1 / sum[i]);
  }
}

void attendBlock(const HeadBlock& b, Index blockKeys) {
  MatrixOut out = b.out;
  if (b.keys.begin == b.keys.end) {
    out.setZero();
    auto logSumExp = b.logSumExp;
    logSumExp.setConstant(b.record.rule->sink(b.head));
  } else if (const auto* edits = b.record.editsOf(b.head)) {
    attendEdited(b, *edits);
  } else {
    attendStreamed(b, blockKeys);
  }
}

/// Makes the edits of the heads' outputs and keeps what they come to.
void changeOutputs(AttentionRecord& record, MatrixOut out) {
  record.replaced.clear();
  if (!record.edits) return;
  editValues(record.edits->values, LayerSite::HeadOutput, 0, out);
  for (const ValueEdit& edit : record.edits->values) {
    if (edit.site != LayerSite::HeadOutput) continue;
    const auto head = static_cast<int>(edit.column / record.dValue());
    auto changed = std::find_if(record.replaced.begin(), record.replaced.end(),
                                [head](const ChangedOutput& each) { return each.head == head; });
    if (changed == record.replaced.end())
      changed = record.replaced.insert(changed, {head, out.middleCols(edit.column, edit.columns),
                                                 std::vector<bool>(static_cast<std::size_t>(out.rows()))});
    const bool stands = edit.kind == ValueEdit::Kind::Put || edit.kind == ValueEdit::Kind::Mean ||
                        (edit.kind == ValueEdit::Kind::Factor && edit.factor == 0);
    for (Index token = 0; stands && token < out.rows(); ++token)
      if (edit.concerns(token)) changed->foreign[static_cast<std::size_t>(token)] = true;
  }
}

}  // namespace

void attend(AttentionRecord& record, Index first, MatrixOut out, const Progress& progress,
            const AttentionBlock& block) {
  const ScoreRule& rule = *record.rule;
  const Index dValue = record.dValue(), queries = record.queries() - first;
  const Index blocks = (queries + block.queries - 1) / block.queries;
  assert(record.logSumExp.rows() == record.queries() && record.logSumExp.cols() == rule.heads);
  MatrixOut fresh = record.logSumExp.fresh(), logSumExp = fresh.bottomRows(queries);
  assert(first == 0 || !needAllTokens(record.edits.get()));
  const auto blockKeys = [&](Index i) {
    const Index count = std::min(block.queries, queries - i * block.queries);
    return rule.visibility.visible(first + i * block.queries, count, record.keys());
  };
  // Blocks are taken in groups, the last ones first: under a causal mask they are the longest, and threads end together
  // when the short ones come last.
  for (Index end = blocks; end > 0;) {
    progress(static_cast<double>(blocks - end) / static_cast<double>(blocks));
    Index begin = end, work = 0;
    while (begin > 0 && work < kGroup) {
      --begin;
      const auto keys = blockKeys(begin);
      work += std::min(block.queries, queries) * (keys.end - keys.begin) * (rule.dHead + dValue) * rule.heads;
    }
    const auto one = [&](Index task) {
      const Index at = (end - 1 - task / rule.heads) * block.queries, count = std::min(block.queries, queries - at);
      const auto head = static_cast<int>(task % rule.heads);
      attendBlock({record, head, first + at, count, rule.visibility.visible(first + at, count, record.keys()),
                   out.block(at, head * dValue, count, dValue), logSumExp.col(head).segment(at, count)},
                  block.keys);
    };
    const Index tasks = (end - begin) * rule.heads;
    if (work < kLeastWork)
      for (Index task = 0; task < tasks; ++task) one(task);
    else
      parallelFor(tasks, one);
    end = begin;
  }
  if (first == 0) changeOutputs(record, out);
}

void attend(AttentionRecord& record, MatrixOut out, const Progress& progress, const AttentionBlock& block) {
  record.logSumExp = CachedRows(record.queries(), record.rule->heads);
  attend(record, 0, out, progress, block);
}

void headOutput(const AttentionRecord& record, int head, MatrixOut out, Index first) {
  if (const ChangedOutput* replaced = record.replacedOutput(head)) {
    out = replaced->rows.middleRows(first, out.rows());
    return;
  }
  const MatrixView values = record.values(head);
  Matrix weights;
  for (Index at = 0; at < out.rows(); at += AttentionBlock().queries) {
    const Index count = std::min(AttentionBlock().queries, out.rows() - at);
    const auto [begin, end] = record.rule->visibility.visible(first + at, count, record.keys());
    weights.resize(count, end - begin);
    computeWeights(record, head, {first + at, begin, count, end - begin}, weights);
    multiply(weights, values.middleRows(begin, end - begin), false, out.middleRows(at, count));
  }
}

}  // namespace headlight
