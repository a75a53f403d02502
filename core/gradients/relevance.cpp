#include "core/gradients/relevance.h"

#include <algorithm>
#include <string>

#include "core/attention/row_bands.h"
#include "core/base/bytes_text.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/gradients/attention_backward.h"

namespace headlight {
namespace {

/// The mean over the heads of a layer of max(0, A dm/dA): [queries, keys].
Eigen::MatrixXd meanPositive(const AttentionRecord& record, const Matrix& outputs) {
  const Index n = record.queries(), m = record.keys(), dValue = record.dValue(), band = bandRows(n, m);
  const int heads = record.rule->heads;
  Eigen::MatrixXd mean = Eigen::MatrixXd::Zero(n, m);
  parallelFor((n + band - 1) / band, [&](Index number) {
    const Index first = number * band, count = std::min(band, n - first);
    for (int head = 0; head < heads; ++head) {
      const WeightGradients g =
          weightGradients(record, head, {first, 0, count, m}, outputs.block(first, head * dValue, count, dValue));
      mean.middleRows(first, count) += g.weights.cwiseProduct(g.toWeights).cwiseMax(0.0F).cast<double>();
    }
  });
  return mean / heads;
}

/// R - I with rows that sum to 1, and I added again; a row that sums to 0 stays 0 beside I.
Eigen::MatrixXd normalised(Eigen::MatrixXd relevance) {
  relevance.diagonal().array() -= 1;
  for (Index i = 0; i < relevance.rows(); ++i) {
    const double sum = relevance.row(i).sum();
    if (sum != 0) relevance.row(i) /= sum;
  }
  relevance.diagonal().array() += 1;
  return relevance;
}

void checkMemory(Index n, Index m, std::size_t layers) {
  const double bytes = 4.0 * static_cast<double>(n) * static_cast<double>(m) * static_cast<double>(layers);
  if (bytes > kMostRelevanceBytes)
    throw Error("relevance: expected at most " + bytesText(kMostRelevanceBytes) + " of memory, found " +
                std::to_string(n) + " tokens of " + std::to_string(layers) + " layers, which need " + bytesText(bytes));
}

}  // namespace

Relevance relevance(const Trace& trace, const Gradients& gradients, const Progress& progress) {
  Relevance result;
  const auto identity = [](Index n) { return Eigen::MatrixXd(Eigen::MatrixXd::Identity(n, n)); };
  Eigen::MatrixXd ofSource, toSource;
  const std::size_t layers = trace.layers.size(), before = trace.source ? trace.source->layers.size() : 0;
  const auto n = static_cast<Index>(trace.encoding.size());
  checkMemory(n, n, layers);
  std::size_t done = 0;
  const auto step = [&] { progress(static_cast<double>(done++) / static_cast<double>(layers + before), "relevance"); };
  // 1. The encoder, or a model of one stack: R = R + Ā R.
  if (trace.source) {
    const Index m = static_cast<Index>(trace.source->encoding.size());
    checkMemory(m, std::max(n, m), std::max(layers, before));
    ofSource = identity(m);
    for (std::size_t i = 0; i < before; ++i) {
      step();
      ofSource += meanPositive(trace.source->layers[i], gradients.source.value().layers[i].attention.z) * ofSource;
      result.encoder.push_back(ofSource.cast<float>());
    }
    ofSource = normalised(std::move(ofSource));
    toSource = Eigen::MatrixXd::Zero(n, m);
  }
  // 2. The decoder: what its own tokens take over of each other they take over of the source as well, and then from
  // the source itself.
  Eigen::MatrixXd own = identity(n);
  for (std::size_t i = 0; i < layers; ++i) {
    step();
    const LayerGradients& g = gradients.stack.layers[i];
    const Eigen::MatrixXd self = meanPositive(trace.layers[i], g.attention.z);
    if (trace.source) toSource += self * toSource;
    own += self * own;
    result.self.push_back(own.cast<float>());
    if (!trace.source) continue;
    const Eigen::MatrixXd cross = meanPositive(trace.cross[i], g.cross.value().z);
    toSource += normalised(own).transpose() * cross * ofSource;
    result.cross.push_back(toSource.cast<float>());
  }
  progress(1);
  return result;
}

}  // namespace headlight
