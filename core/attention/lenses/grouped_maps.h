#pragma once

#include "core/attention/lenses/lens.h"
#include "core/text/token_groups.h"

namespace headlight {

/// Words, sentences or spans in place of tokens: the weight *to* a group is the sum over its keys, *from* a group the
/// mean over its queries, so that rows still sum to 1 (Clark et al. 2019, section 4.1).
class GroupedMaps final : public Lens {
 public:
  /// The groups must cover the axes of `base` in order, without gaps.
  GroupedMaps(std::shared_ptr<const AttentionMaps> base, std::vector<TokenGroup> queries, std::vector<TokenGroup> keys);

  const std::vector<Token>& queryTokens() const override { return m_queryTokens; }
  const std::vector<Token>& keyTokens() const override { return m_keyTokens; }
  bool hasNoTokenShare() const override { return base().hasNoTokenShare(); }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  std::vector<TokenGroup> m_queries, m_keys;
  std::vector<Token> m_queryTokens, m_keyTokens;
};

}  // namespace headlight
