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

/// ln Σ exp(score) of each row; -infinity for a row that sees nothing.
Vector logSumExpOf(const Matrix& scores) {
  Vector out(scores.rows());
  for (Index i = 0; i < scores.rows(); ++i) {
    const float largest = scores.cols() > 0 ? scores.row(i).maxCoeff() : -std::numeric_limits<float>::infinity();
    if (std::isinf(largest) && largest < 0) {
      out[i] = largest;
      continue;
    }
    const std::span<const float> row(scores.row(i).data(), static_cast<std::size_t>(scores.cols()));
    out[i] = static_cast<float>(static_cast<double>(largest) + std::log(sumExpShifted(row, -largest)));
  }
  return out;
}

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
  const Vector logSumExp = logSumExpOf(scores);
  record.logSumExp.col(head).segment(first, count) = logSumExp;
  scoresToWeights(scores, logSumExp);
  const Index kvHead = head / (rule.heads / rule.kvHeads);
  multiply(scores, record.v.block(begin, kvHead * rule.dHead, keys, rule.dHead), false, context);
}

}  // namespace

void attend(AttentionRecord& record, MatrixOut out, const Progress& progress) {
  const ScoreRule& rule = *record.rule;
  const Index queries = record.queries(), keys = record.keys();
  record.logSumExp.resize(queries, rule.heads);
  const Index block = std::clamp<Index>(kBlock / std::max<Index>(keys, 1), 16, 128);
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
}

}  // namespace headlight
