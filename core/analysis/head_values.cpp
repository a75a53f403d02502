#include "core/analysis/head_values.h"

#include "core/attention/attend.h"
#include "core/base/parallel.h"
#include "core/model/weights.h"
#include "core/ops/gemm.h"

namespace headlight {

Matrix inputRows(const Linear& linear, Index first, Index count) {
  std::vector<float> buffer;
  if (linear.inOut) return linear.weight.rowsAsFloats(first, count, buffer);
  Matrix rows(count, linear.out());
  constexpr Index kPiece = 256;  // Rows of a large 16-bit weight are converted a few at a time.
  for (Index at = 0; at < linear.out(); at += kPiece) {
    const Index piece = std::min(kPiece, linear.out() - at);
    rows.middleCols(at, piece) = linear.weight.rowsAsFloats(at, piece, buffer).middleCols(first, count).transpose();
  }
  return rows;
}

Matrix transformedValues(const Model& model, const Trace& trace, HeadId head) {
  const AttentionRecord& record = trace.layers[static_cast<std::size_t>(head.layer)];
  const ScoreRule& rule = *record.rule;
  const Linear& output = model.weights().layers[static_cast<std::size_t>(head.layer)].attention.output;
  const Index kvHead = head.head / (rule.heads / rule.kvHeads);
  Matrix out(record.keys(), output.out());
  multiply(record.v.middleCols(kvHead * rule.dHead, rule.dHead), inputRows(output, head.head * rule.dHead, rule.dHead),
           false, out);
  return out;
}

Matrix attentionOutput(const Model& model, const Trace& trace, int layer) {
  const AttentionRecord& record = trace.layers[static_cast<std::size_t>(layer)];
  const ScoreRule& rule = *record.rule;
  Matrix context(record.queries(), rule.heads * rule.dHead);
  parallelFor(rule.heads, [&](Index head) {
    headOutput(record, static_cast<int>(head), context.middleCols(head * rule.dHead, rule.dHead));
  });
  const Linear& output = model.weights().layers[static_cast<std::size_t>(layer)].attention.output;
  Matrix out(context.rows(), output.out());
  apply(output, context, out);
  return out;
}

}  // namespace headlight
