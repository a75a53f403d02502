#include "core/circuits/tracing/causal_tracing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/error.h"
#include "core/base/splitmix.h"
#include "core/circuits/changed_run.h"
#include "core/circuits/layer_values.h"
#include "core/circuits/metric_reader.h"
#include "core/circuits/two_texts.h"
#include "core/model/embedding.h"
#include "core/model/head.h"
#include "core/model/predictions.h"

namespace headlight {
namespace {

/// Standard normal numbers, two of each step.
class Gaussian {
 public:
  explicit Gaussian(std::uint64_t seed) : m_state(splitmix(seed)) {}
  double next() {
    if (m_second) {
      const double second = *m_second;
      m_second.reset();
      return second;
    }
    const double radius = std::sqrt(-2 * std::log(1 - uniform())), angle = 2 * std::numbers::pi * uniform();
    m_second = radius * std::sin(angle);
    return radius * std::cos(angle);
  }

 private:
  /// From 0 to below 1.
  double uniform() { return static_cast<double>(splitmix(m_state++) >> 11) * 0x1.0p-53; }

  std::uint64_t m_state;
  std::optional<double> m_second;
};

Matrix vectorsOf(const Model& model, const Trace& trace) {
  return tokenVectors(model.description(), model.weights(), trace.encoding, {trace.pixels.get()});
}

class Tracing {
 public:
  Tracing(const AnalysisQuestion& q, const CausalNoise& noise)
      : m_question(q),
        m_model(q.theModel()),
        m_trace(*q.a),
        m_values(runValues(m_model, m_trace, q.progress.slice(0, 0.02))),
        m_runs(m_model, m_trace),
        m_first(m_runs.causal() ? *std::min_element(noise.tokens.begin(), noise.tokens.end()) : 0) {
    m_clean = std::exp(logProbabilities(m_trace.logits, answersEachToken(m_model.description())
                                                            ? q.metric.row
                                                            : 0)[static_cast<std::size_t>(q.metric.target)]);
    const Matrix vectors = vectorsOf(m_model, m_trace);
    for (const Matrix& draw : noise.draws) {
      Matrix noisy = vectors;
      for (std::size_t i = 0; i < noise.tokens.size(); ++i)
        noisy.row(noise.tokens[i]) += draw.row(static_cast<Index>(i));
      m_corrupted.push_back(corrupted(std::move(noisy)));
    }
  }

  Findings found(const CausalNoise& noise) const {
    Findings found;
    std::vector<std::string> names;
    for (const std::string& name : tracedValues())
      if (m_question.settings.wants(name)) names.push_back(name);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto part = [&](std::size_t at) {
        return 0.04 + 0.96 * static_cast<double>(at) / static_cast<double>(names.size());
      };
      found.push_back(grid(names[i], m_question.progress.slice(part(i), part(i + 1))));
    }
    for (NamedTensor& number : numbers()) found.push_back(std::move(number));
    found.push_back(oneNumber("trace.deviation", noise.deviation));
    return found;
  }

 private:
  /// What a corrupted run leaves: the stream that each layer reads, of the tokens from the first noisy one on.
  struct Corrupted {
    std::vector<Matrix> streams;
    double probability = 0;
  };

  Corrupted corrupted(Matrix vectors) const {
    const Architecture& d = m_model.description();
    const Matrix input =
        embedVectors(d, m_model.weights(), m_trace.encoding, std::move(vectors), 0, nullptr, m_trace.pixels.get());
    const Index n = input.rows() - m_first;
    Corrupted run;
    run.streams.push_back(input.bottomRows(n));
    ChangedRun change;
    change.token = m_first;
    change.stream = [&](MatrixOut rows) { rows = input.bottomRows(n); };
    change.hook = [&](int, LayerSite site, MatrixOut rows) {
      if (site == LayerSite::Output) run.streams.emplace_back(rows);
    };
    run.probability = probability(m_runs.end(change));
    return run;
  }

  double corruptedMean() const {
    double sum = 0;
    for (const Corrupted& run : m_corrupted) sum += run.probability;
    return sum / static_cast<double>(m_corrupted.size());
  }

  Findings numbers() const {
    NamedTensor draws = madeTensor("trace.corrupted_draws", {{"draw", static_cast<Index>(m_corrupted.size())}});
    for (std::size_t i = 0; i < m_corrupted.size(); ++i) draws.values[i] = m_corrupted[i].probability;
    return {oneNumber("trace.clean", m_clean), oneNumber("trace.corrupted", corruptedMean()), draws};
  }

  /// The probability of the target in a run with `end` behind its last layer, of the tokens from the first noisy one
  /// on.
  double probability(const Matrix& end) const {
    const Architecture& d = m_model.description();
    const Weights& weights = m_model.weights();
    const LogitMetric& metric = m_question.metric;
    Matrix read;
    if (answersEachToken(d)) {
      if (metric.row < m_first) return m_clean;
      read = end.middleRows(metric.row - m_first, 1);
    } else {
      read = m_values.end;
      read.bottomRows(end.rows()) = end;
    }
    Logits logits = runHead(d, weights, m_trace.encoding, finalStates(d, weights, std::move(read)));
    logits.setIndependent(m_trace.logits.independent());
    const double p = std::exp(logProbabilities(logits, 0)[static_cast<std::size_t>(metric.target)]);
    if (!std::isfinite(p)) throw Error("causal tracing: a corrupted run gives numbers that are none (overflow)");
    return p;
  }

  NamedTensor grid(const std::string& name, const Progress& progress) const {
    NamedTensor grid = madeTensor("trace." + name, {layerAxis(m_model), tokenAxis(m_trace)});
    const Index n = grid.axes[1].size, layers = grid.axes[0].size;
    const bool stream = name == "stream";
    const Index window = stream ? 1 : m_question.settings.noise.window;
    const LayerSite site = name == "attn_out" ? LayerSite::AttentionOutput : LayerSite::FeedForwardOutput;
    // Layers from `first` to before `second`, around a layer.
    const auto around = [&](Index layer) {
      return std::pair(std::max<Index>(0, layer - window / 2), std::min(layers, layer + (window + 1) / 2));
    };
    const auto restored = [&](const Corrupted& run, Index layer, Index token) {
      const Index row = token - m_first;
      const auto [from, to] = around(layer);
      ChangedRun change;
      change.layer = static_cast<int>(from);
      change.token = m_first;
      change.stream = [&](MatrixOut rows) {
        rows = run.streams[static_cast<std::size_t>(change.layer)];
        if (stream) rows.row(row) = m_trace.hiddenStates[static_cast<std::size_t>(layer)].row(token);
      };
      if (!stream)
        change.hook = [&, begin = from, end = to](int at, LayerSite here, MatrixOut rows) {
          if (here != site || at < begin || at >= end) return;
          const LayerValues& clean = m_values.layers[static_cast<std::size_t>(at)];
          rows.row(row) = (site == LayerSite::AttentionOutput ? clean.attention : clean.feedForward).row(token);
        };
      return probability(m_runs.end(change)) - run.probability;
    };
    // A window that reaches over the first or last layer may be that of several layers.
    std::vector<Index> different;
    for (Index layer = 0; layer < layers; ++layer)
      if (layer == 0 || around(layer) != around(layer - 1)) different.push_back(layer);
    const auto sofar = [&] {
      Findings found = numbers();
      found.insert(found.begin(), grid);
      return found;
    };
    forEachRun(
        static_cast<Index>(different.size()) * n, progress, ("restoring " + name).c_str(),
        [&](Index at) {
          const Index first = different[static_cast<std::size_t>(at / n)], token = at % n;
          double sum = 0;
          // Before the first noisy token nothing is to be restored.
          for (const Corrupted& run : m_corrupted) sum += token < m_first ? 0 : restored(run, first, token);
          for (Index layer = first; layer < layers && around(layer) == around(first); ++layer)
            grid({layer, token}) = sum / static_cast<double>(m_corrupted.size());
        },
        PartialFindings{m_question.partial, sofar});
    return grid;
  }

  const AnalysisQuestion& m_question;
  const Model& m_model;
  const Trace& m_trace;
  const RunValues m_values;
  const ChangedRuns m_runs;
  const Index m_first;  ///< The first token that noise reaches.
  double m_clean = 0;
  std::vector<Corrupted> m_corrupted;
};

}  // namespace

const std::vector<std::string>& tracedValues() {
  static const std::vector<std::string> kValues = {"stream", "attn_out", "mlp_out"};
  return kValues;
}

CausalNoise causalNoise(const Model& model, const Trace& trace, const SubjectNoise& asked) {
  const auto wrong = [](const std::string& what, const std::string& expected, double found) {
    throw Error("causal tracing: " + what + ": expected " + expected + ", found " + std::to_string(found));
  };
  const auto tokens = static_cast<Index>(trace.encoding.size());
  if (asked.tokens.empty())
    throw Error("causal tracing: expected the tokens of a subject to put noise on, found none (--subject)");
  for (const Index token : asked.tokens)
    if (token < 0 || token >= tokens)
      throw Error("causal tracing: token " + std::to_string(token) + ": expected 0 to " + std::to_string(tokens - 1));
  constexpr int kMostDraws = 10'000;
  if (!(asked.deviations > 0) || std::isinf(asked.deviations))
    wrong("noise", "standard deviations above 0", asked.deviations);
  if (asked.draws < 1 || asked.draws > kMostDraws) wrong("draws", "1 to 10,000", asked.draws);
  if (asked.window < 1) wrong("window", "at least 1 layer", asked.window);
  const Eigen::MatrixXd vectors = vectorsOf(model, trace).cast<double>();
  CausalNoise noise;
  noise.tokens = asked.tokens;
  std::sort(noise.tokens.begin(), noise.tokens.end());
  noise.tokens.erase(std::unique(noise.tokens.begin(), noise.tokens.end()), noise.tokens.end());
  if (vectors.rows() != tokens)
    throw Error("causal tracing: expected a vector for each token, found " + std::to_string(vectors.rows()) + " for " +
                std::to_string(tokens) + " tokens");
  noise.deviation = asked.deviations * std::sqrt((vectors.array() - vectors.mean()).square().mean());
  for (int draw = 0; draw < asked.draws; ++draw) {
    Gaussian numbers(asked.seed * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(draw));
    Matrix& rows = noise.draws.emplace_back(static_cast<Index>(noise.tokens.size()), vectors.cols());
    for (Index i = 0; i < rows.size(); ++i) rows.data()[i] = static_cast<float>(noise.deviation * numbers.next());
  }
  return noise;
}

Findings causalTraces(const AnalysisQuestion& q, const CausalNoise& noise) {
  checkMetric("causal tracing", *q.a, q.metric);
  return Tracing(q, noise).found(noise);
}

Findings causalTracing(const AnalysisQuestion& q) {
  return causalTraces(q, causalNoise(q.theModel(), *q.a, q.settings.noise));
}

}  // namespace headlight
