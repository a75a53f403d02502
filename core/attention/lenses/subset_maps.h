#pragma once

#include <functional>

#include "core/attention/lenses/lens.h"

namespace headlight {

/// What happens to the mass of keys that a SubsetMaps leaves out.
enum class RemovedMass {
  Missing,       ///< Rows sum to less than 1 by what is hidden.
  Renormalised,  ///< Each row is divided by what is left of it; a row with nothing left stays 0.
};

/// Only some of the tokens: without special tokens, without the sink, a part of the text.
class SubsetMaps final : public Lens {
 public:
  /// `queries` and `keys` are token numbers of `base`, ascending.
  SubsetMaps(std::shared_ptr<const AttentionMaps> base, std::vector<Index> queries, std::vector<Index> keys,
             RemovedMass leftOut);

  const std::vector<Token>& queryTokens() const override { return m_queryTokens; }
  const std::vector<Token>& keyTokens() const override { return m_keyTokens; }
  bool rowsSumToOne() const override {
    return m_leftOut == RemovedMass::Renormalised ||
           (static_cast<Index>(m_keys.size()) == base().keys() && base().rowsSumToOne());
  }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  std::vector<Index> m_queries, m_keys;
  RemovedMass m_leftOut;
  std::vector<Token> m_queryTokens, m_keyTokens;
};

/// The numbers of the tokens for which `keep` holds, ascending.
std::vector<Index> tokensWhere(const std::vector<Token>& tokens, const std::function<bool(Index, const Token&)>& keep);

/// `base` without the tokens that the tokenizer added, on both axes.
std::shared_ptr<const AttentionMaps> withoutSpecialTokens(std::shared_ptr<const AttentionMaps> base,
                                                          RemovedMass leftOut);
/// `base` without the keys `sinks`, rows renormalised over the rest (the sink removed, as for head labels).
std::shared_ptr<const AttentionMaps> withoutSinks(std::shared_ptr<const AttentionMaps> base,
                                                  const std::vector<Index>& sinks);

}  // namespace headlight
