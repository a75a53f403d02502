#include "core/circuits/lens/lens.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/analysis/effect.h"
#include "core/attention/changed_values.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/circuits/direct_direction.h"
#include "core/circuits/layer_values.h"
#include "core/circuits/lens/lens_file.h"
#include "core/model/architecture.h"
#include "core/model/head.h"
#include "core/model/predictions.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

/// The places of the `count` largest of some numbers, largest first; of equal ones the lowest place first.
std::vector<std::size_t> largestPlaces(const std::vector<double>& values, std::size_t count) {
  std::vector<std::size_t> places(values.size());
  std::iota(places.begin(), places.end(), 0);
  const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(count, places.size()));
  std::partial_sort(places.begin(), end, places.end(), [&](std::size_t a, std::size_t b) {
    return values[a] != values[b] ? values[a] > values[b] : a < b;
  });
  places.erase(end, places.end());
  return places;
}

/// A point of the stream on its way; behind the last layer one of no layer.
struct Point {
  int layer = 0;
  bool afterAttention = false;
  std::string name;
};

/// Those of a model, or of a file of maps those that it maps; the end is the last.
std::vector<Point> pointsOf(int layers, const LensFile* file) {
  std::vector<Point> points;
  for (int layer = 0; layer < layers; ++layer) {
    if (!file || file->maps(layer)) points.push_back({layer, false, "before layer " + std::to_string(layer)});
    if (!file) points.push_back({layer, true, "after attention " + std::to_string(layer)});
  }
  points.push_back({layers, false, "end"});
  return points;
}

/// What each head says by itself of the next token, at the metric's row.
void addHeadLens(const AnalysisQuestion& q, const RunValues& values, Findings& found) {
  const Model& model = q.theModel();
  const Architecture& d = model.description();
  const Weights& weights = model.weights();
  const std::int64_t outcomes = d.head.outputs;
  const Index top = std::min<Index>(q.settings.top, outcomes);
  const TensorAxis layers = layerAxis(model), heads = headAxis(model), ranks{"rank", top};
  NamedTensor best = outcomeTensor("head_lens.top", {layers, heads, ranks});
  NamedTensor bestValues = madeTensor("head_lens.top_values", {layers, heads, ranks});
  NamedTensor least = outcomeTensor("head_lens.bottom", {layers, heads, ranks});
  NamedTensor leastValues = madeTensor("head_lens.bottom_values", {layers, heads, ranks});
  const DirectDirections direct(model, *q.a, values, q.metric.row);
  Linear output = weights.headOutput;
  output.bias.resize(0);
  for (Index layer = 0; layer < layers.size; ++layer) {
    q.progress(static_cast<double>(layer) / static_cast<double>(layers.size), "heads");
    const Matrix written = direct.writtenByHeads(static_cast<int>(layer));  // [heads, width], in front of the output.
    Matrix logits(written.rows(), outcomes);
    apply(output, written, logits);
    for (Index head = 0; head < written.rows(); ++head) {
      std::vector<double> says(static_cast<std::size_t>(outcomes)), minus(says.size());
      for (std::size_t i = 0; i < says.size(); ++i)
        minus[i] = -(says[i] = static_cast<double>(logits(head, static_cast<Index>(i))));
      const auto first = largestPlaces(says, static_cast<std::size_t>(top)),
                 last = largestPlaces(minus, static_cast<std::size_t>(top));
      for (Index rank = 0; rank < top; ++rank) {
        const std::size_t high = first[static_cast<std::size_t>(rank)], low = last[static_cast<std::size_t>(rank)];
        best({layer, head, rank}) = static_cast<double>(high);
        bestValues({layer, head, rank}) = says[high];
        least({layer, head, rank}) = static_cast<double>(low);
        leastValues({layer, head, rank}) = says[low];
      }
    }
  }
  for (NamedTensor* tensor : {&best, &bestValues, &least, &leastValues}) found.push_back(std::move(*tensor));
}

}  // namespace

Findings lens(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  const Trace& trace = *q.a;
  const Architecture& d = model.description();
  if (d.head.kind != OutputHeadKind::CausalLm && d.head.kind != OutputHeadKind::MaskedLm)
    refuse("logit lens", model, "expected a model that predicts tokens (causal, masked or encoder–decoder)");
  if (q.settings.top < 1 || q.settings.top > d.head.outputs)
    throw Error("logit lens: number of outcomes: expected 1 to " + std::to_string(d.head.outputs) + ", found " +
                std::to_string(q.settings.top));
  const RunValues values = runValues(model, trace, q.progress.slice(0, 0.2));
  const Index n = q.tokens();
  const LensFile* file = q.settings.lens.get();
  const std::vector<Point> places = pointsOf(static_cast<int>(d.layers.size()), file);
  TensorAxis points{"point", static_cast<Index>(places.size())};
  for (const Point& place : places) points.labels.push_back(place.name);
  const TensorAxis tokens = tokenAxis(trace), ranks{"rank", q.settings.top};
  NamedTensor top = outcomeTensor("lens.top", {points, tokens, ranks});
  NamedTensor topLogprob = madeTensor("lens.top_logprob", {points, tokens, ranks});
  NamedTensor entropy = madeTensor("lens.entropy", {points, tokens});
  NamedTensor kl = madeTensor("lens.kl_to_end", {points, tokens});
  NamedTensor answer = outcomeTensor("lens.answer", {tokens});
  NamedTensor answerLogprob = madeTensor("lens.answer_logprob", {points, tokens});
  NamedTensor answerRank = zeroTensor("lens.answer_rank", {points, tokens}, true);

  constexpr Index kRows = 32;  // A vocabulary is wide: logits are made some rows at a time.
  for (Index from = 0; from < n; from += kRows) {
    const Index rows = std::min(kRows, n - from);
    const Progress part = q.progress.slice(0.2 + 0.7 * static_cast<double>(from) / static_cast<double>(n),
                                           0.2 + 0.7 * static_cast<double>(from + rows) / static_cast<double>(n));
    std::vector<std::vector<double>> end(static_cast<std::size_t>(rows));  // ln p of each row at the end.
    // The end first: the other points are compared with it. It is the run's own answer.
    for (Index point = points.size; point-- > 0;) {
      part(static_cast<double>(points.size - 1 - point) / static_cast<double>(points.size), "logit lens");
      const Point& place = places[static_cast<std::size_t>(point)];
      const auto layer = static_cast<std::size_t>(place.layer);
      Logits logits;
      if (point + 1 == points.size) {
        logits = trace.logits.block(from, rows);
      } else {
        Matrix stream = place.afterAttention ? Matrix(values.layers[layer].afterAttention.middleRows(from, rows))
                                             : Matrix(trace.hiddenStates[layer].middleRows(from, rows));
        if (file) stream = file->mapped(place.layer, stream);
        logits = runHead(d, model.weights(), trace.encoding, finalStates(d, model.weights(), stream));
      }
      parallelFor(rows, [&](Index row) {
        const Index token = from + row;
        const std::vector<double> logP = logProbabilities(logits, row);
        std::vector<double>& last = end[static_cast<std::size_t>(row)];
        if (point + 1 == points.size) {
          last = logP;
          answer({token}) = static_cast<double>(std::max_element(logP.begin(), logP.end()) - logP.begin());
        }
        const std::vector<std::size_t> best = largestPlaces(logP, static_cast<std::size_t>(q.settings.top));
        for (std::size_t rank = 0; rank < best.size(); ++rank) {
          top({point, token, static_cast<Index>(rank)}) = static_cast<double>(best[rank]);
          topLogprob({point, token, static_cast<Index>(rank)}) = logP[best[rank]];
        }
        double sum = 0;
        for (const double value : logP)
          if (const double p = std::exp(value); p > 0) sum -= p * value;
        entropy({point, token}) = sum;
        kl({point, token}) = divergence(last, logP);
        const auto said = static_cast<std::size_t>(answer({token}));
        answerLogprob({point, token}) = logP[said];
        answerRank({point, token}) = static_cast<double>(
            std::count_if(logP.begin(), logP.end(), [&](double other) { return other > logP[said]; }));
      });
    }
  }
  Findings found;
  for (NamedTensor* tensor : {&top, &topLogprob, &entropy, &kl, &answer, &answerLogprob, &answerRank})
    found.push_back(std::move(*tensor));
  // Of attention that is changed as a whole, heads say nothing by themselves.
  if (!file && reasonAgainstSums(model).empty() &&
      !layerWithChangedValues(trace, {LayerSite::Input, LayerSite::Query, LayerSite::Key, LayerSite::Value,
                                      LayerSite::HeadOutput, LayerSite::FeedForwardOutput, LayerSite::Output}))
    addHeadLens(q, values, found);
  q.progress(1);
  return found;
}

}  // namespace headlight
