#include "core/analysis/head_values.h"

#include "core/attention/attend.h"
#include "core/base/parallel.h"
#include "core/model/weights.h"

namespace headlight {

Matrix inputRows(const Linear& linear, Index first, Index count) {
  std::vector<float> buffer;
  if (linear.inOut) return linear.scale * linear.weight.rowsAsFloats(first, count, buffer);
  Matrix rows(count, linear.out());
  constexpr Index kPiece = 256;  // Rows of a large 16-bit weight are converted a few at a time.
  for (Index at = 0; at < linear.out(); at += kPiece) {
    const Index piece = std::min(kPiece, linear.out() - at);
    rows.middleCols(at, piece) = linear.weight.blockAsFloats({at, first, piece, count}, buffer).transpose();
  }
  if (linear.scale != 1) rows *= linear.scale;
  return rows;
}

Eigen::VectorXd inputsAlong(const Linear& linear, const Eigen::VectorXd& direction) {
  constexpr Index kPiece = 256;  // Rows of a large 16-bit weight are converted a few at a time.
  std::vector<float> buffer;
  Eigen::VectorXd along = Eigen::VectorXd::Zero(linear.in());
  const Index rows = linear.weight.rows();
  for (Index at = 0; at < rows; at += kPiece) {
    const Index piece = std::min(kPiece, rows - at);
    const auto some = linear.weight.rowsAsFloats(at, piece, buffer);
    if (linear.inOut)
      along.segment(at, piece) = some.cast<double>() * direction;
    else
      along += some.transpose().cast<double>() * direction.segment(at, piece);
  }
  return static_cast<double>(linear.scale) * along;
}

Matrix attentionOutput(const Model& model, const Trace& trace, int layer, Index first, Index count) {
  const AttentionRecord& record = trace.layers[static_cast<std::size_t>(layer)];
  const Index heads = record.rule->heads, dValue = record.dValue();
  Matrix context(count, heads * dValue);
  parallelFor(heads, [&](Index head) {
    headOutput(record, static_cast<int>(head), context.middleCols(head * dValue, dValue), first);
  });
  const Linear& output = model.weights().layers[static_cast<std::size_t>(layer)].attention.output;
  Matrix out(context.rows(), output.out());
  apply(output, context, out);
  return out;
}

}  // namespace headlight
