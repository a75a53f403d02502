#include "core/gradients/gradient_maps.h"

#include <cmath>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/gradients/attention_backward.h"

namespace headlight {

GradientMaps::GradientMaps(std::shared_ptr<const Trace> trace, AttentionType type, std::vector<Matrix> outputs,
                           Kind kind)
    : m_trace(std::move(trace)), m_type(type), m_outputs(std::move(outputs)), m_kind(kind) {
  if (!m_trace->has(type) || m_outputs.size() != records().size())
    throw Error("gradients of attention: expected those of the " + std::string(nameOf(type)) + "-attention of '" +
                m_trace->model + "', found others");
}

void GradientMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  const auto layer = static_cast<std::size_t>(head.layer);
  const AttentionRecord& record = records()[layer];
  // Scores need whole rows.
  const Rect read = m_kind == Kind::Scores ? Rect{rect.row, 0, rect.rows, record.keys()} : rect;
  const Index dValue = record.dValue();
  const WeightGradients g =
      weightGradients(record, head.head, read, m_outputs[layer].block(rect.row, head.head * dValue, rect.rows, dValue));
  switch (m_kind) {
    case Kind::Weights:
      out = g.toWeights;
      break;
    case Kind::Scores:
      out = g.toScores.middleCols(rect.col, rect.cols);
      break;
    case Kind::TimesAttention:
      out = g.weights.cwiseProduct(g.toWeights);
      break;
  }
}

std::vector<Matrix> headGradients(const Gradients& gradients, AttentionType type) {
  std::vector<Matrix> outputs;
  for (const LayerGradients& layer :
       (type == AttentionType::Encoder ? gradients.source.value() : gradients.stack).layers)
    outputs.push_back(type == AttentionType::Cross ? layer.cross.value().z : layer.attention.z);
  return outputs;
}

Eigen::MatrixXd headImportance(const Trace& trace, AttentionType type, const std::vector<Matrix>& headGradients) {
  const std::vector<AttentionRecord>& records = trace.records(type);
  Eigen::MatrixXd importance(static_cast<Index>(records.size()), records.front().rule->heads);
  for (std::size_t layer = 0; layer < records.size(); ++layer) {
    // Σ over keys of A dm/dA = z · dm/dz.
    const Matrix z = headOutputs(records[layer]);
    const Index dValue = records[layer].dValue();
    for (Index head = 0; head < importance.cols(); ++head)
      importance(static_cast<Index>(layer), head) =
          std::abs(z.middleCols(head * dValue, dValue)
                       .cast<double>()
                       .cwiseProduct(headGradients[layer].middleCols(head * dValue, dValue).cast<double>())
                       .sum());
  }
  return importance;
}

}  // namespace headlight
