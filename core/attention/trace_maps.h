#pragma once

#include <memory>

#include "core/attention/attention_maps.h"
#include "core/attention/trace.h"

namespace headlight {

/// The attention of a Trace: each rectangle is computed from Q, K and the rows' log-sum-exp when it is asked for.
class TraceMaps final : public AttentionMaps {
 public:
  /// `trace` must hold at least one layer.
  explicit TraceMaps(std::shared_ptr<const Trace> trace) : m_trace(std::move(trace)) {}

  int layers() const override { return static_cast<int>(m_trace->layers.size()); }
  int heads() const override { return m_trace->layers.front().rule->heads; }
  const std::vector<Token>& queryTokens() const override { return m_trace->encoding.tokens; }
  const std::vector<Token>& keyTokens() const override { return m_trace->encoding.tokens; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

  const std::shared_ptr<const Trace>& trace() const { return m_trace; }

 private:
  std::shared_ptr<const Trace> m_trace;
};

}  // namespace headlight
