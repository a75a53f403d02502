#include "core/analysis/lens_grid.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/architecture.h"
#include "core/model/head.h"

namespace headlight {
namespace {

void checkPredictsTokens(const Model& model) {
  const OutputHeadKind head = model.info().head;
  if (head != OutputHeadKind::CausalLm && head != OutputHeadKind::MaskedLm)
    throw Error("logit lens of '" + model.info().name +
                "': expected a model that predicts tokens (causal, masked or encoder–decoder), found " +
                (head == OutputHeadKind::None ? "a base model without an output head" : "a classifier"));
}

/// Rows of logits are made in blocks, which bounds memory: a vocabulary is wide.
constexpr Index kBlock = 32;

}  // namespace

LensGrid logitLensGrid(const Model& model, const Trace& trace, Index first, Index count, const Progress& progress) {
  checkPredictsTokens(model);
  const Architecture& d = model.description();
  if (first < 0 || count < 1 || first + count > trace.logits.rows())
    throw Error("logit lens of '" + model.info().name + "' at tokens " + std::to_string(first) + " to " +
                std::to_string(first + count - 1) + ": the run has logits for " + std::to_string(trace.logits.rows()));
  LensGrid grid{first, count, static_cast<int>(d.layers.size()) + 1, {}};
  grid.cells.resize(static_cast<std::size_t>(grid.depths * count));
  for (int depth = 0; depth < grid.depths; ++depth)
    for (Index from = 0; from < count; from += kBlock) {
      progress(static_cast<double>(depth * count + from) / static_cast<double>(grid.depths * count), "logit lens");
      const Index rows = std::min(kBlock, count - from);
      // The run's own logits at the end: what a picture shows there is what the model predicted.
      const Logits logits =
          depth + 1 == grid.depths
              ? Logits(trace.logits.block(first + from, rows))
              : Logits(runHead(d, model.weights(), trace.encoding,
                               finalStates(d, model.weights(),
                                           Matrix(trace.hiddenStates[static_cast<std::size_t>(depth)].middleRows(
                                               first + from, rows)))));
      parallelFor(rows, [&](Index row) {
        const std::vector<double> logProbability = logProbabilities(logits, row);
        const auto best = std::max_element(logProbability.begin(), logProbability.end());
        grid.cells[static_cast<std::size_t>(depth * count + from + row)] = {best - logProbability.begin(),
                                                                            std::exp(*best)};
      });
    }
  progress(1);
  return grid;
}

std::vector<std::vector<Prediction>> lensPredictions(const ModelFolder& model, const Trace& trace, Index row,
                                                     int count) {
  checkPredictsTokens(*model.model);
  const Logits lens = logitLens(*model.model, trace, row);
  std::vector<std::vector<Prediction>> all;
  for (Index depth = 0; depth < lens.rows(); ++depth)
    all.push_back(likeliestTokens(logProbabilities(lens, depth), count, model.writer()));
  return all;
}

}  // namespace headlight
