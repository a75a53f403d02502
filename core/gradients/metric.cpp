#include "core/gradients/metric.h"

#include <cmath>
#include <string>

#include "core/base/error.h"

namespace headlight {
namespace {

/// Probabilities of the outcomes, in double precision.
Eigen::ArrayXd shares(MatrixView row) {
  const Eigen::ArrayXd logits = row.row(0).transpose().array().cast<double>();
  const Eigen::ArrayXd parts = (logits - logits.maxCoeff()).exp();
  return parts / parts.sum();
}

void checkOutcome(const char* what, Index number, Index outcomes) {
  if (number < 0 || number >= outcomes)
    throw Error("metric: " + std::string(what) + " " + std::to_string(number) + ": expected 0 to " +
                std::to_string(outcomes - 1));
}

}  // namespace

double valueOf(const Metric& metric, MatrixView row, bool independent) {
  const auto target = static_cast<double>(row(0, metric.target));
  switch (metric.kind) {
    case Metric::Kind::LogitDifference:
      return target - static_cast<double>(row(0, metric.against));
    case Metric::Kind::LogProbability: {
      if (independent) return target < 0 ? target - std::log1p(std::exp(target)) : -std::log1p(std::exp(-target));
      const auto most = static_cast<double>(row.maxCoeff());
      return target - most - std::log((row.row(0).array().cast<double>() - most).exp().sum());
    }
    case Metric::Kind::Logit:
    case Metric::Kind::HiddenState:
      break;
  }
  return target;
}

Matrix gradientOf(const Metric& metric, MatrixView row, bool independent) {
  Matrix g = Matrix::Zero(1, row.cols());
  if (metric.kind == Metric::Kind::LogProbability) {
    if (independent) {
      g(0, metric.target) = 1 / (1 + std::exp(row(0, metric.target)));
      return g;
    }
    g.row(0) = -shares(row).matrix().transpose().cast<float>();
  }
  g(0, metric.target) += 1;
  if (metric.kind == Metric::Kind::LogitDifference) g(0, metric.against) -= 1;
  return g;
}

void checkMetric(const Metric& metric, Index rows, Index outcomes) {
  if (metric.position < 0 || metric.position >= rows)
    throw Error("metric: position " + std::to_string(metric.position) + ": expected 0 to " + std::to_string(rows - 1));
  checkOutcome("target", metric.target, outcomes);
  if (metric.kind == Metric::Kind::LogitDifference) checkOutcome("against", metric.against, outcomes);
}

}  // namespace headlight
