#include "core/attention/lenses/grouped_maps.h"

#include <cassert>

#include "core/attention/row_bands.h"

namespace headlight {

GroupedMaps::GroupedMaps(std::shared_ptr<const AttentionMaps> base, std::vector<TokenGroup> queries,
                         std::vector<TokenGroup> keys)
    : Lens(std::move(base)), m_queries(std::move(queries)), m_keys(std::move(keys)) {
  assert(!m_queries.empty() && m_queries.back().end == this->base().queries());
  assert(!m_keys.empty() && m_keys.back().end == this->base().keys());
  for (const TokenGroup& group : m_queries) m_queryTokens.push_back(group.token);
  for (const TokenGroup& group : m_keys) m_keyTokens.push_back(group.token);
}

void GroupedMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  if (rect.rows == 0 || rect.cols == 0) return;
  const auto query = [&](Index i) -> const TokenGroup& { return m_queries[static_cast<std::size_t>(rect.row + i)]; };
  const auto key = [&](Index j) -> const TokenGroup& { return m_keys[static_cast<std::size_t>(rect.col + j)]; };
  const Index left = key(0).begin, width = key(rect.cols - 1).end - left, top = query(0).begin;
  const Index tokens = query(rect.rows - 1).end - top;
  // The sums over the keys of each group, row by row; a group's last row ends it.
  Eigen::RowVectorXd sums = Eigen::RowVectorXd::Zero(rect.cols);
  Index i = 0;
  forEachRow(base(), head, Rect{top, left, tokens, width}, [&](Index at, const auto& row) {
    for (Index j = 0; j < rect.cols; ++j)
      sums[j] += row.segment(key(j).begin - left, key(j).end - key(j).begin).template cast<double>().sum();
    if (top + at + 1 < query(i).end) return;
    out.row(i) = (sums / static_cast<double>(query(i).end - query(i).begin)).template cast<float>();
    sums.setZero();
    ++i;
  });
}

}  // namespace headlight
