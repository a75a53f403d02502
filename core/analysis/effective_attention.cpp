#include "core/analysis/effective_attention.h"

#include <Eigen/QR>
#include <algorithm>
#include <utility>

#include "core/attention/row_bands.h"
#include "core/base/error.h"

namespace headlight {

EffectiveAttention::EffectiveAttention(std::shared_ptr<const Trace> trace) : m_trace(std::move(trace)) {
  if (m_trace->layers.front().rule->visibility.windows)
    throw Error("effective attention of '" + m_trace->model +
                "': expected keys one after the other, found windows of a grid");
}

void EffectiveAttention::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  const AttentionRecord& record = m_trace->layers[static_cast<std::size_t>(head.layer)];
  const ScoreRule& rule = *record.rule;
  const MatrixView values = record.values(head.head);
  const Index band = bandRows(rect.rows, record.keys());
  Matrix rows;
  // Neighbouring queries often see the same keys: the projection is kept as long as they do.
  Visibility::Range seen{0, 0};
  Eigen::MatrixXd v;
  Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> gram;
  for (Index i = 0; i < rect.rows; ++i) {
    const Index query = rect.row + i;
    if (i % band == 0) {
      rows.resize(std::min(band, rect.rows - i), record.keys());
      computeWeights(record, head.head, {query, 0, rows.rows(), rows.cols()}, rows);
    }
    auto row = rows.row(i % band);
    const auto range = rule.visibility.visible(query, record.keys());
    const Index count = range.end - range.begin;
    if (count > values.cols()) {
      if (range.begin != seen.begin || range.end != seen.end || v.rows() == 0) {
        seen = range;
        v = values.middleRows(range.begin, count).cast<double>();
        gram.compute(v.transpose() * v);
      }
      // The projection on the space that the columns of V span.
      auto part = row.segment(range.begin, count);
      part = (v * gram.solve(v.transpose() * part.transpose().cast<double>())).transpose().cast<float>();
    }
    out.row(i) = row.segment(rect.col, rect.cols);
  }
}

}  // namespace headlight
