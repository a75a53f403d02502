#include "core/attention/lenses/combined_maps.h"

#include <cmath>
#include <limits>
#include <string>

#include "core/attention/row_bands.h"
#include "core/base/error.h"

namespace headlight {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

Token gap() {
  Token token;
  token.id = -1;
  token.text = token.display = "–";
  token.special = true;
  return token;
}

std::vector<Token> aligned(const std::vector<Token>& tokens, const AlignedMaps::Axis& axis) {
  std::vector<Token> result;
  result.reserve(axis.size());
  for (const auto& at : axis) result.push_back(at ? tokens[static_cast<std::size_t>(*at)] : gap());
  return result;
}

std::vector<Token> firstThatIsNoGap(const std::vector<Token>& a, const std::vector<Token>& b) {
  std::vector<Token> result = a;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (isGap(a[i])) result[i] = b[i];
  return result;
}

void mustEqual(const char* thing, Index a, Index b) {
  if (a != b)
    throw Error(std::string("difference: expected as many ") + thing + " on both sides, found " + std::to_string(a) +
                " and " + std::to_string(b));
}

}  // namespace

bool isGap(const Token& token) { return token.id == -1; }

void CombinedMaps::weights(HeadId, const Rect& rect, MatrixOut out) const {
  base().weights(m_heads.front(), rect, out);
  if (m_heads.size() == 1) return;
  Matrix next(rect.rows, rect.cols);
  for (std::size_t i = 1; i < m_heads.size(); ++i) {
    base().weights(m_heads[i], rect, next);
    if (m_combine == Combine::Mean)
      out += next;
    else
      out = out.binaryExpr(next, [](float a, float b) { return std::isnan(a) || a > b ? a : b; });
  }
  if (m_combine == Combine::Mean) out /= static_cast<float>(m_heads.size());
}

AlignedMaps::AlignedMaps(std::shared_ptr<const AttentionMaps> base, Axis rows, Axis cols)
    : Lens(std::move(base)),
      m_rows(std::move(rows)),
      m_cols(std::move(cols)),
      m_queryTokens(aligned(this->base().queryTokens(), m_rows)),
      m_keyTokens(aligned(this->base().keyTokens(), m_cols)) {}

void AlignedMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  out.setConstant(kNothing);
  const auto queryOf = [&](Index i) { return m_rows[static_cast<std::size_t>(rect.row + i)].value_or(-1); };
  forEachPickedRow(base(), head, rect.rows, 0, base().keys(), queryOf, [&](Index i, const auto& row) {
    for (Index j = 0; j < rect.cols; ++j)
      if (const auto& key = m_cols[static_cast<std::size_t>(rect.col + j)]) out(i, j) = row(*key);
  });
}

DifferenceMaps::DifferenceMaps(std::shared_ptr<const AttentionMaps> a, std::shared_ptr<const AttentionMaps> b)
    : m_a(std::move(a)), m_b(std::move(b)) {
  mustEqual("layers", m_a->layers(), m_b->layers());
  mustEqual("heads", m_a->heads(), m_b->heads());
  mustEqual("query tokens", m_a->queries(), m_b->queries());
  mustEqual("key tokens", m_a->keys(), m_b->keys());
  m_queryTokens = firstThatIsNoGap(m_a->queryTokens(), m_b->queryTokens());
  m_keyTokens = firstThatIsNoGap(m_a->keyTokens(), m_b->keyTokens());
}

void DifferenceMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  m_a->weights(head, rect, out);
  out -= m_b->weights(head, rect);
}

}  // namespace headlight
