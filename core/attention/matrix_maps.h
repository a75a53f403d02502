#pragma once

#include "core/attention/attention_maps.h"

namespace headlight {

/// Attention held as matrices: what was computed as a whole (rollout, flow) or made by hand. Memory grows with N².
class MatrixMaps final : public AttentionMaps {
 public:
  /// `maps[layer][head]` is [queries, keys]; every layer has the same number of heads and every map the same shape as
  /// the tokens; throws Error when they do not. `rowsSumToOne` is as in AttentionMaps.
  MatrixMaps(std::vector<std::vector<Matrix>> maps, std::vector<Token> queries, std::vector<Token> keys,
             bool rowsSumToOne = true);

  int layers() const override { return static_cast<int>(m_maps.size()); }
  int heads() const override { return static_cast<int>(m_maps.front().size()); }
  const std::vector<Token>& queryTokens() const override { return m_queries; }
  const std::vector<Token>& keyTokens() const override { return m_keys; }
  bool rowsSumToOne() const override { return m_rowsSumToOne; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  std::vector<std::vector<Matrix>> m_maps;
  std::vector<Token> m_queries, m_keys;
  bool m_rowsSumToOne;
};

}  // namespace headlight
