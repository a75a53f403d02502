#include "core/circuits/metric_reader.h"

#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/model/architecture.h"
#include "core/model/head.h"
#include "core/model/weights.h"

namespace headlight {

void checkMetric(const char* what, const Trace& trace, const LogitMetric& metric) {
  const std::string begin = std::string(what) + ": ";
  if (trace.logits.size() == 0) throw Error(begin + "expected a model with an output head, found none");
  if (metric.row < 0 || metric.row >= trace.logits.rows())
    throw Error(begin + "position " + std::to_string(metric.row) + ": expected 0 to " +
                std::to_string(trace.logits.rows() - 1));
  for (const std::int64_t id : {metric.target, metric.against.value_or(metric.target)})
    if (id < 0 || id >= trace.logits.cols())
      throw Error(begin + "outcome " + std::to_string(id) + ": expected 0 to " +
                  std::to_string(trace.logits.cols() - 1));
}

Eigen::VectorXd outputDirection(const Model& model, std::int64_t id) {
  const Linear& output = model.weights().headOutput;
  std::vector<float> buffer;
  const auto scale = static_cast<double>(output.scale);
  if (output.inOut) {
    Eigen::VectorXd direction(output.in());
    for (Index row = 0; row < output.in(); ++row)
      direction[row] = scale * static_cast<double>(output.weight.rowsAsFloats(row, 1, buffer)(0, id));
    return direction;
  }
  return scale * output.weight.rowsAsFloats(id, 1, buffer).row(0).transpose().cast<double>();
}

MetricReader::MetricReader(const Model& model, const Trace& trace, MatrixView end, const LogitMetric& metric)
    : m_model(model), m_trace(trace), m_end(end), m_metric(metric) {
  checkMetric("metric", trace, metric);
  const Architecture& d = model.description();
  const Weights& weights = model.weights();
  if (answersEachToken(d) && d.head.steps.empty() && weights.headBeyond.empty() && weights.headSecond.empty()) {
    m_directions.resize(weights.headOutput.in(), 2);
    const std::int64_t ids[] = {metric.target, metric.against.value_or(metric.target)};
    for (Index i = 0; i < 2; ++i) {
      m_directions.col(i) = static_cast<double>(d.head.scale) * outputDirection(model, ids[i]);
      if (weights.headOutput.bias.size() > 0) m_bias[i] = static_cast<double>(weights.headOutput.bias[ids[i]]);
    }
  }
  m_clean = of(m_end, 0);
}

double MetricReader::of(MatrixView end, Index first) const {
  const Architecture& d = m_model.description();
  if (answersEachToken(d))
    return m_metric.row < first
               ? m_clean
               : read(finalStates(d, m_model.weights(), Matrix(end.middleRows(m_metric.row - first, 1))));
  Matrix whole = m_end;
  whole.bottomRows(end.rows()) = end;
  return read(finalStates(d, m_model.weights(), std::move(whole)));
}

double MetricReader::ofFinal(MatrixView final) const {
  return read(answersEachToken(m_model.description()) ? MatrixView(final.middleRows(m_metric.row, 1)) : final);
}

double MetricReader::read(MatrixView final) const {
  const Architecture& d = m_model.description();
  double target = 0, against = 0;
  if (m_directions.size() > 0) {
    Eigen::Vector2d logits = m_directions.transpose() * final.row(0).transpose().cast<double>() + m_bias;
    if (d.head.softCap > 0)
      logits = (logits.array() / static_cast<double>(d.head.softCap)).tanh() * static_cast<double>(d.head.softCap);
    target = logits[0];
    against = logits[1];
  } else {
    const Matrix logits = runHead(d, m_model.weights(), m_trace.encoding, final);
    const Index row = answersEachToken(d) ? 0 : m_metric.row;
    target = static_cast<double>(logits(row, m_metric.target));
    against = static_cast<double>(logits(row, m_metric.against.value_or(m_metric.target)));
  }
  const double value = m_metric.against ? target - against : target;
  if (!std::isfinite(value)) throw Error("metric: a changed run gives numbers that are none (overflow)");
  return value;
}

}  // namespace headlight
