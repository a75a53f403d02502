#pragma once

#include <functional>
#include <optional>

#include "core/circuits/analysis_question.h"
#include "core/circuits/changed_run.h"
#include "core/circuits/layer_values.h"
#include "core/circuits/metric_reader.h"

namespace headlight {

/// Two runs of a model over as many tokens, with what their layers computed and a metric: always the run is A, and
/// something of B is put into it.
class TwoTexts {
 public:
  /// Throws Error that begins with `what` for texts of other lengths, or a model without a head.
  TwoTexts(const char* what, const AnalysisQuestion& question);

  const Model& model() const { return m_model; }
  const Trace& a() const { return m_a; }
  const Trace& b() const { return m_b; }
  const RunValues& valuesOfA() const { return m_valuesOfA; }
  const RunValues& valuesOfB() const { return m_valuesOfB; }
  const ChangedRuns& runs() const { return m_runs; }
  Index tokens() const { return m_a.hiddenStates.front().rows(); }
  /// The first token in which the two differ; in a causal model nothing before it does.
  Index firstDifference() const { return m_first; }

  double metricOfA() const { return m_metric.clean(); }
  double metricOfB() const { return m_metricOfB; }
  /// The metric of A changed.
  double metricOf(const ChangedRun& change) const { return m_metric.of(m_runs.end(change), m_runs.first(change)); }
  /// The same of a stream that is changed behind the last layer, [n, width].
  double metricAt(MatrixView end) const { return m_metric.of(end, 0); }
  /// The same of what the head reads, [n, final width].
  double metricOfFinal(MatrixView final) const { return m_metric.ofFinal(final); }
  /// (m - m(A)) / (m(B) - m(A)); throws Error where the two metrics are the same.
  double restored(double metric) const;

 private:
  const Model& m_model;
  const Trace &m_a, &m_b;
  RunValues m_valuesOfA, m_valuesOfB;
  ChangedRuns m_runs;
  MetricReader m_metric;
  double m_metricOfB;
  Index m_first;
};

/// What is found so far, for AnalysisQuestion::partial, which may be null.
struct PartialFindings {
  const std::function<void(const Findings&)>& show;
  std::function<Findings()> sofar;
};

/// Calls run(i) for every i in [0, count), some at a time on several threads, and tells `progress` in between, after
/// what is found so far where that is asked for.
void forEachRun(Index count, const Progress& progress, const char* what, const std::function<void(Index)>& run,
                const std::optional<PartialFindings>& partial = {});

}  // namespace headlight
