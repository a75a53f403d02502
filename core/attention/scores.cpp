#include "core/attention/scores.h"

#include <algorithm>
#include <cmath>

#include "core/attention/row_bands.h"
#include "core/attention/trace.h"
#include "core/ops/activations.h"
#include "core/ops/dot_products.h"
#include "core/ops/gemm.h"

namespace headlight {
namespace {

constexpr float kNoNumber = std::numeric_limits<float>::quiet_NaN();

/// out = scale · a · bᵀ.
void productsOf(Rounding rounding, MatrixView a, MatrixView b, float scale, MatrixOut out) {
  if (rounding == Rounding::OfTheScore)
    dotProducts(a, b, scale, out);
  else
    multiplyTransposed(a, b, scale, out);
}

/// Adds q · positionKey and k · positionQuery, picked by distance (He et al. 2021, "DeBERTa", equation 4), times scale.
void addDisentangled(const AttentionRecord& record, int head, const Rect& rect, Rounding rounding, MatrixOut out) {
  const ScoreRule& rule = *record.rule;
  const PositionTerm& p = rule.position;
  const Index at = head * rule.dHead;
  if (p.positionKey.size() > 0) {
    Matrix c2p(rect.rows, p.positionKey.rows());
    productsOf(rounding, record.queries(head).middleRows(rect.row, rect.rows),
               p.positionKey.middleCols(at, rule.dHead), rule.scale, c2p);
    for (Index i = 0; i < rect.rows; ++i)
      for (Index j = 0; j < rect.cols; ++j) {
        const Index d = (rect.col + j) - (rect.row + i) + p.distanceZero;
        out(i, j) += c2p(i, p.contentToPosition[static_cast<std::size_t>(d)]);
      }
  }
  if (p.positionQuery.size() > 0) {
    Matrix p2c(rect.cols, p.positionQuery.rows());
    productsOf(rounding, record.k.block(rect.col, at, rect.cols, rule.dHead),
               p.positionQuery.middleCols(at, rule.dHead), rule.scale, p2c);
    for (Index i = 0; i < rect.rows; ++i)
      for (Index j = 0; j < rect.cols; ++j) {
        const Index d = (rect.col + j) - (rect.row + i) + p.distanceZero;
        out(i, j) += p2c(j, p.positionToContent[static_cast<std::size_t>(d)]);
      }
  }
}

/// Adds what the step from each key's cell to the query's says, `from` being the first of the keys.
void addByStep(const PositionTerm& p, int head, Index query, Index from, Eigen::Ref<Eigen::RowVectorXf> row) {
  const auto numbers = p.byStep.row(head);
  const Index none = numbers.size() - 3, own = p.cells[static_cast<std::size_t>(query)];
  for (Index j = 0; j < row.size(); ++j) {
    const Index other = p.cells[static_cast<std::size_t>(from + j)];
    const bool both = own >= 0 && other >= 0;
    row[j] += numbers[both ? own - other + p.stepZero : other >= 0 ? none : own >= 0 ? none + 1 : none + 2];
  }
}

}  // namespace

Visibility::Range Visibility::visible(Index query, Index keys) const {
  if (ranges) {
    const auto row = static_cast<std::size_t>(query);
    if (row >= ranges->size()) return {0, keys};  // Of other tokens than theirs nothing is known.
    const Range range = (*ranges)[row];
    return {std::clamp<Index>(range.begin, 0, keys), std::clamp<Index>(range.end, 0, keys)};
  }
  const Index at = query + offset;
  const Index last = causal ? at : at + after;
  const Index own = chunk > 0 ? at / chunk * chunk : 0;
  return {std::clamp<Index>(std::max(at - before, own), 0, keys), std::clamp<Index>(last + 1, 0, keys)};
}

Visibility::Range Visibility::visible(Index first, Index count, Index keys) const {
  const Index begin = visible(first, keys).begin;
  return {begin, std::max(begin, visible(first + count - 1, keys).end)};
}

bool Visibility::sees(Index query, Index key, Index keys) const {
  const auto [begin, end] = visible(query, keys);
  return key >= begin && key < end && inWindow(query, key);
}

Index Visibility::seen(Index query, Index keys) const {
  const auto [begin, end] = visible(query, keys);
  Index count = std::max<Index>(0, end - begin);
  for (Index key = begin; windows && key < end; ++key) count -= inWindow(query, key) ? 0 : 1;
  return count;
}

Visibility Visibility::ofWindow(Index size, bool causal) {
  Visibility sees;
  sees.causal = causal;
  if (size == 0) return sees;
  sees.before = causal ? size - 1 : size;
  sees.after = causal ? 0 : size;
  return sees;
}

void hideUnseen(const Visibility& visibility, Index query, Index keys, Index key,
                Eigen::Ref<Eigen::RowVectorXf> row) {
  const auto [begin, end] = visibility.visible(query, keys);
  const Index from = std::clamp<Index>(begin - key, 0, row.size());
  const Index to = std::clamp<Index>(end - key, from, row.size());
  row.head(from).setConstant(kHiddenScore);
  row.tail(row.size() - to).setConstant(kHiddenScore);
  for (Index j = from; visibility.windows && j < to; ++j)
    if (!visibility.inWindow(query, key + j)) row[j] = kHiddenScore;
}

void computeScores(const AttentionRecord& record, int head, const Rect& rect, MatrixOut out, Rounding rounding) {
  const ScoreRule& rule = *record.rule;
  productsOf(rounding, record.queries(head).middleRows(rect.row, rect.rows),
             record.keys(head).middleRows(rect.col, rect.cols), rule.scale, out);
  const PositionTerm& p = rule.position;
  if (p.positionKey.size() > 0 || p.positionQuery.size() > 0) addDisentangled(record, head, rect, rounding, out);
  if (rule.softCap > 0) out = (out.array() / rule.softCap).tanh() * rule.softCap;
  for (Index i = 0; i < rect.rows; ++i) {
    if (p.byKey.size() > 0) out.row(i) += p.byKey.row(head).segment(rect.col, rect.cols);
    if (p.byDistance.size() > 0) {
      const Index first = rect.col - (rect.row + i) + p.distanceZero;
      out.row(i) += p.byDistance.row(head).segment(first, rect.cols);
    }
    if (p.byStep.size() > 0) addByStep(p, head, rect.row + i, rect.col, out.row(i));
    hideUnseen(rule.visibility, rect.row + i, record.keys(), rect.col, out.row(i));
  }
}

Vector rowLogSumExp(MatrixView scores, float sink) {
  Vector out(scores.rows());
  for (Index i = 0; i < scores.rows(); ++i) {
    const std::span<const float> row(scores.row(i).data(), static_cast<std::size_t>(scores.cols()));
    const float largest = std::max(largestOf(row), sink);
    if (largest == kHiddenScore)
      out[i] = scores.row(i).array().isNaN().any() ? kNoNumber : kHiddenScore;
    else
      out[i] = static_cast<float>(
          static_cast<double>(largest) +
          std::log(sumExpShifted(row, -largest) + std::exp(static_cast<double>(sink) - static_cast<double>(largest))));
  }
  return out;
}

void scoresToWeights(MatrixOut scores, const Vector& logSumExp) {
  for (Index i = 0; i < scores.rows(); ++i) {
    if (logSumExp[i] == kHiddenScore)
      scores.row(i).setZero();
    else if (!std::isfinite(logSumExp[i]))
      scores.row(i) =
          (scores.row(i).array() == kHiddenScore).select(0.0F, Matrix::Constant(1, scores.cols(), kNoNumber));
    else {
      expShifted({scores.row(i).data(), static_cast<std::size_t>(scores.cols())}, -logSumExp[i]);
      scores.row(i) = scores.row(i).cwiseMin(1.0F);  // Scores of 1e5 are 0.008 apart, and so are their sums.
    }
  }
}

namespace {

/// The weights of a head whose output is its own.
void computeOwnWeights(const AttentionRecord& record, int head, const Rect& rect, MatrixOut out) {
  const auto* edits = record.editsOf(head);
  if (!edits) {
    // Only the columns that some row of the rectangle sees.
    const auto [begin, end] = record.rule->visibility.visible(rect.row, std::max<Index>(rect.rows, 1), record.keys());
    const Index from = std::clamp<Index>(begin - rect.col, 0, rect.cols);
    const Index to = std::clamp<Index>(end - rect.col, from, rect.cols);
    out.leftCols(from).setZero();
    out.rightCols(rect.cols - to).setZero();
    if (from == to || rect.rows == 0) return;
    MatrixOut seen = out.middleCols(from, to - from);
    computeScores(record, head, {rect.row, rect.col + from, rect.rows, to - from}, seen);
    scoresToWeights(seen, record.logSumExp.col(head).segment(rect.row, rect.rows));
    return;
  }
  const Index band = bandRows(rect.rows, record.keys());
  Matrix rows;
  for (Index from = 0; from < rect.rows; from += band) {
    const Rect whole{rect.row + from, 0, std::min(band, rect.rows - from), record.keys()};
    rows.resize(whole.rows, whole.cols);
    computeScores(record, head, whole, rows);
    editedWeights(*edits, whole, record.logSumExp.col(head).segment(whole.row, whole.rows), record.rule->sink(head),
                  rows);
    out.middleRows(from, whole.rows) = rows.middleCols(rect.col, rect.cols);
  }
}

}  // namespace

void computeWeights(const AttentionRecord& record, int head, const Rect& rect, MatrixOut out) {
  const ChangedOutput* changed = record.replacedOutput(head);
  const auto foreign = [&](Index row) { return changed->foreign[static_cast<std::size_t>(rect.row + row)]; };
  Index others = 0;
  for (Index i = 0; changed && i < rect.rows; ++i) others += foreign(i) ? 1 : 0;
  if (others == rect.rows)
    out.setZero();
  else
    computeOwnWeights(record, head, rect, out);
  for (Index i = 0; others > 0 && i < rect.rows; ++i)
    if (foreign(i)) out.row(i).setZero();
}

}  // namespace headlight
