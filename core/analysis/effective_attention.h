#pragma once

#include <memory>

#include "core/attention/attention_maps.h"
#include "core/attention/trace.h"

namespace headlight {

/// Effective attention (Brunner et al. 2020): each row of weights without its component in the left null space of the
/// values that the query may see, which no output depends on. Rows that see at most dValue keys stay as they are;
/// cells may be negative. Work for a row is keys · dValue² + dValue³.
class EffectiveAttention final : public AttentionMaps {
 public:
  /// Throws Error for windows of a grid, whose keys do not lie one after the other.
  explicit EffectiveAttention(std::shared_ptr<const Trace> trace);

  int layers() const override { return static_cast<int>(m_trace->layers.size()); }
  int heads() const override { return m_trace->layers.front().rule->heads; }
  const std::vector<Token>& queryTokens() const override { return m_trace->encoding.tokens; }
  const std::vector<Token>& keyTokens() const override { return m_trace->encoding.tokens; }
  bool rowsSumToOne() const override { return false; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  std::shared_ptr<const Trace> m_trace;
};

}  // namespace headlight
