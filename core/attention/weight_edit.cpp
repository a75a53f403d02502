#include "core/attention/weight_edit.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/attention/scores.h"
#include "core/attention/trace.h"
#include "core/base/splitmix.h"

namespace headlight {
namespace {

/// A number in [0, 1) that depends on nothing but its arguments, so that any cell can be drawn again by itself.
double drawOf(const WeightEdit& edit, Index query, Index key) {
  std::uint64_t state = splitmix(edit.seed);
  for (const auto part : {static_cast<std::uint64_t>(edit.where.layer), static_cast<std::uint64_t>(edit.where.head),
                          static_cast<std::uint64_t>(query), static_cast<std::uint64_t>(key)})
    state = splitmix(state ^ part);
  return static_cast<double>(state >> 11) * 0x1.0p-53;
}

/// One row on its way from scores to weights.
class Row {
 public:
  Row(MatrixOut rows, Index at, float logSumExp, float sink, Index query, Index firstKey)
      : m_row(rows.middleRows(at, 1)),
        m_logSumExp(1),
        m_sink(sink),
        m_query(query),
        m_firstKey(firstKey),
        m_hasSink(sink > kHiddenScore) {
    m_logSumExp[0] = logSumExp;
  }

  void apply(const WeightEdit& edit) {
    if (!edit.queries.empty() && !edit.queries[static_cast<std::size_t>(m_query)]) return;
    switch (edit.kind) {
      case WeightEdit::Kind::Temperature:
        toScores();
        sharpen(edit.amount);
        break;
      case WeightEdit::Kind::Factor:
        toScores();
        scale(edit);
        break;
      case WeightEdit::Kind::ScoreFactor:
        toScores();
        scaleScores(edit, 0);
        break;
      case WeightEdit::Kind::ScoreFactorFromLeast:
        toScores();
        scaleScores(edit, leastScore());
        break;
      case WeightEdit::Kind::Uniform:
        toScores();
        for (Index j = 0; j < m_row.cols(); ++j)
          if (m_row(0, j) > kHiddenScore) m_row(0, j) = 0;
        m_sink = kHiddenScore;
        break;
      case WeightEdit::Kind::Cap:
        toWeights();
        cap(edit);
        break;
      case WeightEdit::Kind::Clear:
        toWeights();
        for (Index j = 0; j < m_row.cols(); ++j)
          if (concerns(edit, j)) m_row(0, j) = 0;
        break;
      case WeightEdit::Kind::Dropout: {
        toWeights();
        const auto kept = static_cast<float>(1 / (1 - edit.amount));
        for (Index j = 0; j < m_row.cols(); ++j)
          m_row(0, j) *= drawOf(edit, m_query, m_firstKey + j) < edit.amount ? 0.0F : kept;
        break;
      }
      case WeightEdit::Kind::Pattern:
        computeWeights(*edit.source, edit.where.head, {m_query, m_firstKey, 1, m_row.cols()}, m_row);
        m_areWeights = true;
        m_sink = m_hasSink ? std::max(0.0F, 1 - m_row.sum()) : 0;
        break;
    }
  }

  void toWeights() {
    if (m_areWeights) return;
    if (m_changed) m_logSumExp = rowLogSumExp(m_row, m_sink);
    scoresToWeights(m_row, m_logSumExp);
    m_sink = m_sink > kHiddenScore ? std::exp(m_sink - m_logSumExp[0]) : 0;
    m_areWeights = true;
  }

 private:
  bool concerns(const WeightEdit& edit, Index j) const {
    return edit.keys.empty() || edit.keys[static_cast<std::size_t>(m_firstKey + j)];
  }

  void toScores() {
    m_changed = true;
    if (!m_areWeights) return;
    m_row = m_row.array().log();  // ln 0 is -infinity.
    m_sink = std::log(m_sink);
    m_areWeights = false;
  }

  /// Scores below the largest one first, so that none leaves the range of numbers: near 0 the largest is all.
  void sharpen(double temperature) {
    const float largest = std::max(m_row.maxCoeff(), m_sink);
    if (!std::isfinite(largest)) return;
    const float divisor = std::max(static_cast<float>(temperature), std::numeric_limits<float>::denorm_min());
    m_row.array() = (m_row.array() - largest) / divisor;
    m_sink = (m_sink - largest) / divisor;
  }

  void scale(const WeightEdit& edit) {
    if (edit.amount == 0) {
      bool other = m_sink > kHiddenScore;
      for (Index j = 0; j < m_row.cols() && !other; ++j) other = m_row(0, j) > kHiddenScore && !concerns(edit, j);
      if (!other) return;
    }
    const float added = edit.amount == 0 ? kHiddenScore : static_cast<float>(std::log(edit.amount));
    for (Index j = 0; j < m_row.cols(); ++j)
      if (concerns(edit, j)) m_row(0, j) += added;
  }

  /// The smallest score that the row sees; 0 for none.
  float leastScore() const {
    float least = std::numeric_limits<float>::infinity();
    for (Index j = 0; j < m_row.cols(); ++j)
      if (m_row(0, j) > kHiddenScore) least = std::min(least, m_row(0, j));
    return std::isfinite(least) ? least : 0;
  }

  /// The score of no key moves with the others.
  void scaleScores(const WeightEdit& edit, float zero) {
    const auto factor = static_cast<float>(edit.amount);
    for (Index j = 0; j < m_row.cols(); ++j)
      if (m_row(0, j) > kHiddenScore) m_row(0, j) = (m_row(0, j) - zero) * (concerns(edit, j) ? factor : 1);
    if (m_sink > kHiddenScore) m_sink -= zero;
  }

  void cap(const WeightEdit& edit) {
    double taken = 0, others = static_cast<double>(m_sink);
    for (Index j = 0; j < m_row.cols(); ++j) (concerns(edit, j) ? taken : others) += static_cast<double>(m_row(0, j));
    const double most = edit.amount * (taken + others);
    if (taken <= most || others <= 0) return;
    const auto less = static_cast<float>(most / taken);
    const auto more = static_cast<float>((taken + others - most) / others);
    for (Index j = 0; j < m_row.cols(); ++j) m_row(0, j) *= concerns(edit, j) ? less : more;
    m_sink *= more;
  }

  MatrixOut m_row;
  Vector m_logSumExp;
  float m_sink;  ///< The score or the weight of no key.
  Index m_query, m_firstKey;
  bool m_hasSink, m_areWeights = false, m_changed = false;
};

}  // namespace

bool needAllTokens(const LayerEdits* edits) {
  return edits && std::any_of(edits->values.begin(), edits->values.end(), needsAllTokens);
}

bool keepRowSums(const LayerEdits& edits) {
  const auto keeps = [](const WeightEdit& edit) {
    switch (edit.kind) {
      case WeightEdit::Kind::Clear:
        return edit.keys.empty();
      case WeightEdit::Kind::Dropout:
        return edit.amount == 0;
      case WeightEdit::Kind::Pattern:
        return !edit.source->edits || keepRowSums(*edit.source->edits);
      default:
        return true;
    }
  };
  return std::all_of(edits.heads.begin(), edits.heads.end(),
                     [&](const auto& head) { return std::all_of(head.begin(), head.end(), keeps); });
}

void editedWeights(const std::vector<WeightEdit>& edits, const Rect& rect, const Vector& logSumExp, float sink,
                   MatrixOut rows) {
  for (Index i = 0; i < rows.rows(); ++i) {
    Row row(rows, i, logSumExp[i], sink, rect.row + i, rect.col);
    for (const WeightEdit& edit : edits) row.apply(edit);
    row.toWeights();
  }
}

}  // namespace headlight
