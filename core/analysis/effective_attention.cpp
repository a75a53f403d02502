#include "core/analysis/effective_attention.h"

#include <Eigen/QR>
#include <algorithm>

namespace headlight {

void EffectiveAttention::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  const AttentionRecord& record = m_trace->layers[static_cast<std::size_t>(head.layer)];
  const ScoreRule& rule = *record.rule;
  const Index kvHead = head.head / (rule.heads / rule.kvHeads);
  const auto values = record.v.middleCols(kvHead * rule.dHead, rule.dHead);
  Matrix row(1, record.keys());
  // Neighbouring queries often see the same keys: the projection is kept as long as they do.
  Visibility::Range seen{0, 0};
  Eigen::MatrixXd v;
  Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> gram;
  for (Index i = 0; i < rect.rows; ++i) {
    const Index query = rect.row + i;
    computeWeights(record, head.head, {query, 0, 1, record.keys()}, row);
    const auto range = rule.visibility.visible(query, record.keys());
    const Index count = range.end - range.begin;
    if (count > rule.dHead) {
      if (range.begin != seen.begin || range.end != seen.end || v.rows() == 0) {
        seen = range;
        v = values.middleRows(range.begin, count).cast<double>();
        gram.compute(v.transpose() * v);
      }
      // The projection on the space that the columns of V span.
      auto part = row.row(0).segment(range.begin, count);
      part = (v * gram.solve(v.transpose() * part.transpose().cast<double>())).transpose().cast<float>();
    }
    out.row(i) = row.row(0).segment(rect.col, rect.cols);
  }
}

}  // namespace headlight
