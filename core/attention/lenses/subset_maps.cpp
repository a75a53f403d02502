#include "core/attention/lenses/subset_maps.h"

#include <algorithm>
#include <cmath>

#include "core/attention/row_bands.h"

namespace headlight {
namespace {

std::vector<Token> pick(const std::vector<Token>& tokens, const std::vector<Index>& wanted) {
  std::vector<Token> picked;
  picked.reserve(wanted.size());
  for (const Index i : wanted) picked.push_back(tokens[static_cast<std::size_t>(i)]);
  return picked;
}

}  // namespace

SubsetMaps::SubsetMaps(std::shared_ptr<const AttentionMaps> base, std::vector<Index> queries, std::vector<Index> keys,
                       RemovedMass leftOut)
    : Lens(std::move(base)),
      m_queries(std::move(queries)),
      m_keys(std::move(keys)),
      m_leftOut(leftOut),
      m_queryTokens(pick(this->base().queryTokens(), m_queries)),
      m_keyTokens(pick(this->base().keyTokens(), m_keys)) {}

void SubsetMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  if (rect.rows == 0 || rect.cols == 0) return;
  // Dividing by what is left of a row needs the whole row; otherwise the columns asked for are enough.
  const bool whole = m_leftOut == RemovedMass::Renormalised;
  const Index left = whole ? 0 : m_keys[static_cast<std::size_t>(rect.col)];
  const Index width = whole ? base().keys() : m_keys[static_cast<std::size_t>(rect.col + rect.cols - 1)] + 1 - left;
  const auto queryOf = [&](Index i) { return m_queries[static_cast<std::size_t>(rect.row + i)]; };
  forEachPickedRow(base(), head, rect.rows, left, width, queryOf, [&](Index i, const auto& row) {
    double rest = 1;
    if (whole) {
      rest = 0;
      for (const Index key : m_keys) rest += row(key);
    }
    for (Index j = 0; j < rect.cols; ++j) {
      const double weight = row(m_keys[static_cast<std::size_t>(rect.col + j)] - left);
      out(i, j) = rest > 0 || std::isnan(rest) ? static_cast<float>(weight / rest) : 0;
    }
  });
}

std::vector<Index> tokensWhere(const std::vector<Token>& tokens, const std::function<bool(Index, const Token&)>& keep) {
  std::vector<Index> kept;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (keep(static_cast<Index>(i), tokens[i])) kept.push_back(static_cast<Index>(i));
  return kept;
}

std::shared_ptr<const AttentionMaps> withoutSpecialTokens(std::shared_ptr<const AttentionMaps> base,
                                                          RemovedMass leftOut) {
  const auto ordinary = [](Index, const Token& token) { return !token.special; };
  auto queries = tokensWhere(base->queryTokens(), ordinary);
  auto keys = tokensWhere(base->keyTokens(), ordinary);
  return std::make_shared<SubsetMaps>(std::move(base), std::move(queries), std::move(keys), leftOut);
}

std::shared_ptr<const AttentionMaps> withoutSinks(std::shared_ptr<const AttentionMaps> base,
                                                  const std::vector<Index>& sinks) {
  auto queries = tokensWhere(base->queryTokens(), [](Index, const Token&) { return true; });
  auto keys = tokensWhere(base->keyTokens(), [&](Index i, const Token&) {
    return std::find(sinks.begin(), sinks.end(), i) == sinks.end();
  });
  return std::make_shared<SubsetMaps>(std::move(base), std::move(queries), std::move(keys), RemovedMass::Renormalised);
}

}  // namespace headlight
