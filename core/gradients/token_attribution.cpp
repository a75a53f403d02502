#include "core/gradients/token_attribution.h"

#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/gradients/embedding_backward.h"
#include "core/gradients/rerun.h"
#include "core/model/embedding.h"

namespace headlight {
namespace {

/// The run where all embeddings are those, of an encoder–decoder model of both stacks.
std::shared_ptr<const Trace> runOver(const Model& model, const Trace& trace, const Matrix& stack, const Matrix& source,
                                     const Progress& progress = {}) {
  std::shared_ptr<const Trace> encoder;
  if (trace.source) encoder = runFromEmbeddings(*model.encoder(), *trace.source, source);
  return runFromEmbeddings(model, trace, stack, std::move(encoder), progress);
}

}  // namespace

TokenAttribution tokenAttribution(MatrixView embeddings, const Eigen::MatrixXd& g) {
  const Eigen::MatrixXd product = embeddings.cast<double>().cwiseProduct(g);
  return {product.rowwise().sum(), product.rowwise().norm(), g.rowwise().norm()};
}

Matrix embeddingsOf(const Model& model, const Trace& trace) {
  return tokenVectors(model.description(), model.weights(), trace.encoding, embeddingInputOf(trace));
}

IntegratedGradients integratedGradients(const Model& model, const Trace& trace, const Metric& metric, int steps,
                                        const Progress& progress) {
  if (steps < 1) throw Error("integrated gradients: expected at least one step, found " + std::to_string(steps));
  const Matrix stack = embeddingsOf(model, trace);
  const Matrix source = trace.source ? embeddingsOf(*model.encoder(), *trace.source) : Matrix();
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(stack.rows(), stack.cols());
  Eigen::MatrixXd sourceSum = Eigen::MatrixXd::Zero(source.rows(), source.cols());
  for (int s = 0; s < steps; ++s) {
    const Progress part = progress.slice(static_cast<double>(s) / steps, static_cast<double>(s + 1) / steps);
    part(0, "integrated gradients");
    const auto factor = static_cast<float>((s + 0.5) / steps);
    const Matrix scaled = stack * factor, scaledSource = source * factor;
    const auto run = runOver(model, trace, scaled, scaledSource, part.slice(0, 0.4));
    BackwardOptions options;
    options.embeddings = &scaled;
    options.sourceEmbeddings = &scaledSource;
    options.progress = part.slice(0.4, 1);
    const Gradients g = backward(model, *run, metric, options);
    sum += g.stack.embeddings;
    if (g.source) sourceSum += g.source->embeddings;
  }
  IntegratedGradients result;
  const auto parts = [steps](const Matrix& embeddings, const Eigen::MatrixXd& gradients) -> Eigen::VectorXd {
    return embeddings.cast<double>().cwiseProduct(gradients).rowwise().sum() / steps;
  };
  result.stack = parts(stack, sum);
  if (trace.source) result.source = parts(source, sourceSum);
  result.metric = metricOf(model, trace, metric);
  result.atBaseline = metricOf(model, *runOver(model, trace, stack * 0.0F, source * 0.0F), metric);
  const double all = result.stack.sum() + (result.source ? result.source->sum() : 0);
  result.remainder = result.metric - result.atBaseline - all;
  progress(1);
  return result;
}

}  // namespace headlight
