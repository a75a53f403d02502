#pragma once

#include "core/circuits/analysis_question.h"

namespace headlight {

/// Reads a metric off the end of changed runs. May be used by several threads.
class MetricReader {
 public:
  /// `end` [n, width] is the stream of `trace` behind its last layer. Throws Error for a model without a head, and for
  /// a row or outcomes that there are not.
  MetricReader(const Model& model, const Trace& trace, MatrixView end, const LogitMetric& metric);

  /// The metric of the run itself.
  double clean() const { return m_clean; }
  /// That of a run with `end` [n - first, width] behind its last layer, as the model's own logits have it. Throws Error
  /// where it is no number.
  double of(MatrixView end, Index first) const;
  /// The same of what the head reads, [n, final width], all tokens.
  double ofFinal(MatrixView final) const;

 private:
  /// Of what the head reads: of all tokens, or of the metric's row alone where it answers each.
  double read(MatrixView final) const;

  const Model& m_model;
  const Trace& m_trace;
  Matrix m_end;
  LogitMetric m_metric;
  Eigen::MatrixXd m_directions;  ///< [width, 2], of target and against; empty where the head is no single map.
  Eigen::Vector2d m_bias = Eigen::Vector2d::Zero();
  double m_clean = 0;
};

/// Throws Error that begins with `what` for a metric whose row or outcomes the run does not have.
void checkMetric(const char* what, const Trace& trace, const LogitMetric& metric);

/// Row `id` of the output matrix (what an outcome reads off the final states), without its bias: [width]. Only for
/// heads whose output is one map.
Eigen::VectorXd outputDirection(const Model& model, std::int64_t id);

}  // namespace headlight
