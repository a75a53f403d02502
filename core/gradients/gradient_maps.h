#pragma once

#include <memory>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/gradients/backward.h"

namespace headlight {

/// The derivative of a metric with respect to one attention of a run, each rectangle made when it is asked for of the
/// derivative with respect to the heads' outputs: memory is linear in the tokens.
class GradientMaps final : public AttentionMaps {
 public:
  enum class Kind {
    Weights,         ///< dm / dA, with the weights as free variables, also where a mask makes them 0.
    Scores,          ///< dm / d(final scores) = A (dm/dA - Σ A dm/dA); 0 where masked.
    TimesAttention,  ///< A dm/dA (gradient × attention).
  };

  /// `outputs` are the derivatives with respect to what the heads give (AttentionGradients::z) for each layer.
  GradientMaps(std::shared_ptr<const Trace> trace, AttentionType type, std::vector<Matrix> outputs, Kind kind);

  int layers() const override { return static_cast<int>(records().size()); }
  int heads() const override { return records().front().rule->heads; }
  bool rowsSumToOne() const override { return false; }
  const std::vector<Token>& queryTokens() const override { return m_trace->queryTokens(m_type); }
  const std::vector<Token>& keyTokens() const override { return m_trace->keyTokens(m_type); }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  const std::vector<AttentionRecord>& records() const { return m_trace->records(m_type); }

  std::shared_ptr<const Trace> m_trace;
  AttentionType m_type;
  std::vector<Matrix> m_outputs;
  Kind m_kind;
};

/// The derivatives with respect to the heads' outputs of one attention, for each layer; `gradients` must hold them
/// (BackwardOptions::heads).
std::vector<Matrix> headGradients(const Gradients& gradients, AttentionType type);

/// The importance of each head of an attention, [layers, heads]: |Σ A dm/dA| over its cells (Michel et al. 2019, of one
/// text, not normalised by layer).
Eigen::MatrixXd headImportance(const Trace& trace, AttentionType type, const std::vector<Matrix>& headGradients);

}  // namespace headlight
