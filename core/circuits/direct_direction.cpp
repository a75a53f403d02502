#include "core/circuits/direct_direction.h"

#include "core/analysis/head_values.h"
#include "core/base/parallel.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {

std::string reasonAgainstSums(const Model& model) {
  const Architecture& d = model.description();
  if (d.encoder) return "it has an encoder and a decoder";
  if (d.head.kind != OutputHeadKind::CausalLm) return "it does not predict the next token";
  if (!d.head.steps.empty() || d.finalProjection) return "its head is more than one map";
  for (const LayerSpec& layer : d.layers) {
    if (layer.attentionNorms.after || layer.feedForwardNorms.after || layer.residualFromNorm)
      return "its norms lie in the stream, which is then no sum of what is written into it";
    if (layer.bottleneck || !layer.earlierNetworks.empty())
      return "its sublayers run in a narrower stream than the one that layers read";
  }
  return {};
}

void passNorm(const Norm& norm, MatrixView row, MatrixOut rows) {
  if (!norm) return;
  applyLinearPart(norm, rows);
  rows *= static_cast<float>(factorOf(norm, row));
}

Norm normOfHead(const Norm& norm, Index head, Index dHead) {
  Norm own = norm;
  for (Vector* numbers : {&own.gain, &own.bias})
    if (numbers->size() > dHead) *numbers = Vector(numbers->segment(head * dHead, dHead));
  return own;
}

Matrix headsWritten(const Linear& output, int heads, MatrixView context) {
  const Index dValue = context.cols() / heads;
  Matrix written(heads, output.out());
  parallelFor(heads, [&](Index head) {
    written.row(head) = context.middleCols(head * dValue, dValue) * inputRows(output, head * dValue, dValue);
  });
  return written;
}

DirectDirections::DirectDirections(const Model& model, const Trace& trace, const RunValues& values, Index row)
    : m_model(model), m_trace(trace), m_values(values), m_row(row) {}

Matrix DirectDirections::throughEnd(Matrix rows) const {
  passNorm(m_model.weights().finalNorm, m_values.end.middleRows(m_row, 1), rows);
  return static_cast<float>(m_model.description().head.scale) * rows;
}

Matrix DirectDirections::writtenByHeads(int layer) const {
  const auto l = static_cast<std::size_t>(layer);
  const LayerWeights& weights = m_model.weights().layers[l];
  const LayerValues& values = m_values.layers[l];
  Matrix written =
      headsWritten(weights.attention.output, m_trace.layers[l].rule->heads, values.heads.middleRows(m_row, 1));
  passNorm(weights.attentionNorms.inside, values.attention.middleRows(m_row, 1), written);
  return throughEnd(std::move(written));
}

}  // namespace headlight
