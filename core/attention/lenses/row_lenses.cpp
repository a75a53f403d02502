#include "core/attention/lenses/row_lenses.h"

#include <algorithm>
#include <cmath>

#include "core/attention/row_bands.h"

namespace headlight {
namespace {

/// 0 in place of each number; what is none stays none.
template <class Row>
Matrix emptied(const Row& row) {
  return row.array().isNaN().select(row.array(), 0.0F);
}

}  // namespace

void ThresholdMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  base().weights(head, rect, out);
  out = (out.array() < m_threshold).select(0, out);
}

void TopMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  std::vector<Index> order;
  forEachRow(base(), head, wholeRows(rect), [&](Index i, const auto& row) {
    order.clear();
    for (Index key = 0; key < row.size(); ++key)
      if (!std::isnan(row(key))) order.push_back(key);  // What is no number has no place in an order, and stays.
    const auto kept = order.begin() + std::clamp<Index>(m_count, 0, static_cast<Index>(order.size()));
    std::partial_sort(order.begin(), kept, order.end(),
                      [&](Index a, Index b) { return row(a) != row(b) ? row(a) > row(b) : a < b; });
    out.row(i) = emptied(row.segment(rect.col, rect.cols));
    for (auto key = order.begin(); key != kept; ++key)
      if (*key >= rect.col && *key < rect.col + rect.cols) out(i, *key - rect.col) = row(*key);
  });
}

void LongRangeMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  base().weights(head, rect, out);
  for (Index i = 0; i < rect.rows; ++i) {
    const Index query = rect.row + i - rect.col;  // Among the columns of `out`.
    const Index begin = std::clamp<Index>(query - m_distance + 1, 0, rect.cols);
    const Index end = std::clamp<Index>(query + m_distance, begin, rect.cols);
    out.row(i).segment(begin, end - begin).setZero();
  }
}

void RowMaximumMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  forEachRow(base(), head, wholeRows(rect), [&](Index i, const auto& row) {
    const float largest = row.template maxCoeff<Eigen::PropagateNumbers>();
    if (largest > 0)
      out.row(i) = row.segment(rect.col, rect.cols) / largest;
    else
      out.row(i) = emptied(row.segment(rect.col, rect.cols));
  });
}

void RowSumMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  forEachRow(base(), head, wholeRows(rect), [&](Index i, const auto& row) {
    const double sum = row.template cast<double>().sum();
    out.row(i) = row.segment(rect.col, rect.cols) / static_cast<float>(sum != 0 ? sum : 1);
  });
}

WrittenMaps::WrittenMaps(std::shared_ptr<const AttentionMaps> base)
    : Lens(std::move(base)), m_written(this->base().queryTokens().begin() + 1, this->base().queryTokens().end()) {}

void TransposedMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  out = base().weights(head, {rect.col, rect.row, rect.cols, rect.rows}).transpose();
}

}  // namespace headlight
