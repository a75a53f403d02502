#pragma once

#include <memory>

#include "core/attention/attention_maps.h"
#include "core/attention/trace.h"

namespace headlight {

/// The attention of a Trace: each rectangle is computed from Q, K and the rows' log-sum-exp when it is asked for.
class TraceMaps final : public AttentionMaps {
 public:
  /// `trace` must hold at least one layer. Throws Error for attention that it does not have.
  explicit TraceMaps(std::shared_ptr<const Trace> trace, AttentionType type = AttentionType::Self);

  int layers() const override { return static_cast<int>(records().size()); }
  int heads() const override { return records().front().rule->heads; }
  const std::vector<Token>& queryTokens() const override { return m_trace->queryTokens(m_type); }
  const std::vector<Token>& keyTokens() const override { return m_trace->keyTokens(m_type); }
  bool rowsSumToOne() const override;
  /// Not where an edit leaves rows with another sum.
  bool hasNoTokenShare() const override;
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

  const std::shared_ptr<const Trace>& trace() const { return m_trace; }
  AttentionType type() const { return m_type; }

 private:
  const std::vector<AttentionRecord>& records() const { return m_trace->records(m_type); }

  std::shared_ptr<const Trace> m_trace;
  AttentionType m_type;
};

}  // namespace headlight
