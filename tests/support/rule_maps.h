#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight::test {

/// Large maps that take no memory: every weight follows from its place by a rule.
class RuleMaps final : public AttentionMaps {
 public:
  using Rule = std::function<float(HeadId head, Index query, Index key)>;

  RuleMaps(Index tokens, int layers, int heads, Rule rule) : m_layers(layers), m_heads(heads), m_rule(std::move(rule)) {
    m_tokens.resize(static_cast<std::size_t>(tokens));
    for (std::size_t i = 0; i < m_tokens.size(); ++i) m_tokens[i].text = m_tokens[i].display = " t" + std::to_string(i);
  }

  int layers() const override { return m_layers; }
  int heads() const override { return m_heads; }
  const std::vector<Token>& queryTokens() const override { return m_tokens; }
  const std::vector<Token>& keyTokens() const override { return m_tokens; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    cellsRead += rect.rows * rect.cols;
    for (Index i = 0; i < rect.rows; ++i)
      for (Index j = 0; j < rect.cols; ++j) out(i, j) = m_rule(head, rect.row + i, rect.col + j);
  }
  mutable std::atomic<Index> cellsRead = 0;

 private:
  int m_layers, m_heads;
  Rule m_rule;
  std::vector<Token> m_tokens;
};

/// A number in [0, 1) that looks random and is the same for the same place.
inline float scattered(HeadId head, Index query, Index key) {
  std::uint64_t x = static_cast<std::uint64_t>(query) * 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(key) +
                    static_cast<std::uint64_t>(head.layer * 131 + head.head);
  x ^= x >> 31;
  x *= 0xBF58476D1CE4E5B9U;
  x ^= x >> 29;
  return static_cast<float>(x >> 40) / 16777216.0F;
}

}  // namespace headlight::test
