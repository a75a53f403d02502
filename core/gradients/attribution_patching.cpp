#include "core/gradients/attribution_patching.h"

#include <algorithm>
#include <string>

#include "core/attention/row_bands.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/gradients/attention_backward.h"
#include "core/gradients/block_tape.h"

namespace headlight {
namespace {

/// Σ over the width of (b - a) g for each part of the rows: [parts, tokens].
Eigen::MatrixXd effects(MatrixView a, MatrixView b, MatrixView gradient, Index parts) {
  const Index each = a.cols() / parts;
  const Eigen::MatrixXd products = (b - a).cast<double>().cwiseProduct(gradient.cast<double>());
  Eigen::MatrixXd sums(parts, a.rows());
  for (Index part = 0; part < parts; ++part)
    sums.row(part) = products.middleCols(part * each, each).rowwise().sum().transpose();
  return sums;
}

/// Σ over all cells of (B's weight - A's weight) dm/dA, for each head.
Eigen::RowVectorXd patternEffects(const AttentionRecord& a, const AttentionRecord& b, const Matrix& outputs) {
  const Index n = a.queries(), m = a.keys(), dValue = a.dValue(), band = bandRows(n, m);
  Eigen::RowVectorXd sums = Eigen::RowVectorXd::Zero(a.rule->heads);
  parallelFor(a.rule->heads, [&](Index head) {
    Matrix others;
    for (Index first = 0; first < n; first += band) {
      const Rect rect{first, 0, std::min(band, n - first), m};
      const auto own = static_cast<int>(head);
      const WeightGradients g = weightGradients(a, own, rect, outputs.block(first, head * dValue, rect.rows, dValue));
      others.resize(rect.rows, rect.cols);
      computeWeights(b, own, rect, others);
      sums[head] += (others - g.weights).cast<double>().cwiseProduct(g.toWeights.cast<double>()).sum();
    }
  });
  return sums;
}

}  // namespace

void checkPair(const char* what, const Model& model, const Trace& a, const Trace& b) {
  for (const Trace* trace : {&a, &b})
    if (trace->layers.size() != model.description().layers.size() || (b.ranBy && trace->ranBy != b.ranBy))
      throw Error(std::string(what) + ": expected two runs of '" + model.info().name + "', found one of '" +
                  trace->model + "'");
  if (a.encoding.size() != b.encoding.size())
    throw Error(std::string(what) + ": expected two texts of as many tokens, found " +
                std::to_string(a.encoding.size()) + " and " + std::to_string(b.encoding.size()));
}

AttributionPatching attributionPatching(const Model& model, const Trace& a, const Trace& b, const Metric& metric,
                                        const Progress& progress) {
  checkPair("attribution patching", model, a, b);
  const std::size_t layers = a.layers.size();
  const auto n = static_cast<Index>(a.encoding.size());
  AttributionPatching result;
  for (Eigen::MatrixXd* grid : {&result.stream, &result.attention, &result.feedForward})
    grid->resize(static_cast<Index>(layers), n);
  result.pattern.resize(static_cast<Index>(layers), a.layers.front().rule->heads);
  for (auto* grids : {&result.z, &result.q, &result.k, &result.v}) grids->resize(layers);
  const bool crosses = model.description().encoder != nullptr;
  if (crosses) {
    result.crossAttention.resize(static_cast<Index>(layers), n);
    result.crossZ.resize(layers);
  }
  const TapedStack other(model.description(), model.weights(), b);
  BackwardOptions options;
  options.progress = progress;
  options.eachLayer = [&](std::size_t i, Tape& tape, const TapedLayer& nodes) {
    Tape taped;
    const TapedLayer its = layLayer(taped, other, i, b.hiddenStates[i]);
    const ScoreRule& rule = *a.layers[i].rule;
    const auto at = static_cast<Index>(i);
    const auto of = [&](Tape::Node own, Tape::Node theirs, Index parts) {
      return effects(tape.value(own), taped.value(theirs), tape.gradient(own), parts);
    };
    result.stream.row(at) = of(nodes.in, its.in, 1);
    result.attention.row(at) = of(nodes.attention.output, its.attention.output, 1);
    result.feedForward.row(at) = of(nodes.feedForward, its.feedForward, 1);
    result.z[i] = of(nodes.attention.z, its.attention.z, rule.heads);
    result.q[i] = of(nodes.attention.q, its.attention.q, rule.heads);
    result.k[i] = of(nodes.attention.k, its.attention.k, rule.kvHeads);
    result.v[i] = of(nodes.attention.v, its.attention.v, rule.kvHeads);
    if (crosses) {
      result.crossAttention.row(at) = of(nodes.cross.value().output, its.cross.value().output, 1);
      result.crossZ[i] = of(nodes.cross->z, its.cross->z, a.cross[i].rule->heads);
    }
    result.pattern.row(at) = patternEffects(a.layers[i], b.layers[i], tape.gradient(nodes.attention.z));
  };
  result.metric = backward(model, a, metric, options).metric;
  return result;
}

}  // namespace headlight
