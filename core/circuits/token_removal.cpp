#include "core/circuits/token_removal.h"

#include <algorithm>

#include "core/analysis/effect.h"
#include "core/circuits/changed_run.h"
#include "core/circuits/layer_values.h"
#include "core/circuits/metric_reader.h"
#include "core/circuits/two_texts.h"
#include "core/model/architecture.h"
#include "core/model/head.h"
#include "core/model/predictions.h"

namespace headlight {
namespace {

struct Variant {
  const char* name;
  WeightEdit::Kind kind;
  double amount;
};
constexpr Variant kVariants[] = {{"hide", WeightEdit::Kind::Factor, 0},
                                 {"weight_0.1", WeightEdit::Kind::Factor, 0.1},
                                 {"score_0.1", WeightEdit::Kind::ScoreFactor, 0.1},
                                 {"atman_0.1", WeightEdit::Kind::ScoreFactorFromLeast, 0.1}};

/// The edits of every layer that take `token` away, after those that the run had.
std::vector<std::shared_ptr<const LayerEdits>> editsWithout(const Model& model, const Trace& trace,
                                                            const Variant& variant, Index token) {
  WeightEdit edit;
  edit.kind = variant.kind;
  edit.amount = variant.amount;
  edit.keys.resize(trace.encoding.size());
  edit.keys[static_cast<std::size_t>(token)] = true;
  std::vector<std::shared_ptr<const LayerEdits>> edits;
  for (std::size_t l = 0; l < trace.layers.size(); ++l) {
    const auto of = editsToGoOnWith(trace.layers[l].edits, model.description().layers[l].attention.heads);
    for (std::vector<WeightEdit>& head : of->heads) head.push_back(edit);
    edits.push_back(of);
  }
  return edits;
}

/// A run again and again, each time without one of its tokens. May be used by several threads.
class RunsWithout {
 public:
  RunsWithout(const Model& model, const Trace& trace)
      : m_model(model),
        m_trace(trace),
        m_each(answersEachToken(model.description())),
        m_runs(model, trace),
        m_end(m_each ? Matrix() : runValues(model, trace).end) {}

  bool causal() const { return m_runs.causal(); }
  /// Calls `see` with the logits of every row from `from` to before `to` that a token's absence can change, some at a
  /// time, with the number of the first. A model that answers once has one row.
  void without(const Variant& variant, Index token, Index from, Index to,
               const std::function<void(const Logits&, Index first)>& see) const {
    const auto edits = editsWithout(m_model, m_trace, variant, token);
    ChangedRun change;
    change.token = token;
    change.edits = [&](int layer) { return edits[static_cast<std::size_t>(layer)]; };
    Matrix stream = m_runs.end(change);
    const Index first = m_runs.first(change);
    if (!m_each) {
      // The head reads all tokens.
      if (first > 0) {
        Matrix whole = m_end;
        whole.bottomRows(stream.rows()) = stream;
        stream = std::move(whole);
      }
      return see(logitsOf(stream), 0);
    }
    constexpr Index kRows = 32;  // A vocabulary is wide.
    for (Index row = std::max(from, first); row < to; row += kRows)
      see(logitsOf(stream.middleRows(row - first, std::min(kRows, to - row))), row);
  }

 private:
  Logits logitsOf(MatrixView stream) const {
    const Architecture& d = m_model.description();
    Logits logits = runHead(d, m_model.weights(), m_trace.encoding, finalStates(d, m_model.weights(), Matrix(stream)));
    logits.setIndependent(m_trace.logits.independent());
    return logits;
  }

  const Model& m_model;
  const Trace& m_trace;
  const bool m_each;  ///< Whether each token has a row of logits.
  const ChangedRuns m_runs;
  const Matrix m_end;  ///< Of models that answer once: the stream behind the last layer.
};

}  // namespace

const std::vector<std::string>& removalVariants() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Variant& variant : kVariants) names.emplace_back(variant.name);
    return names;
  }();
  return kNames;
}

Findings tokenRemoval(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  const Trace& trace = *q.a;
  checkMetric("tokens taken away", trace, q.metric);
  const bool each = answersEachToken(model.description());
  const Index n = q.tokens(), places = each ? n : 1;
  const RunsWithout runs(model, trace);
  std::vector<std::vector<double>> before;
  for (Index t = 0; t < places; ++t) before.push_back(logProbabilities(trace.logits, t));
  const auto target = static_cast<std::size_t>(q.metric.target);
  const TensorAxis removed = tokenAxis(trace, "removed"), at = each ? tokenAxis(trace) : TensorAxis{"token", 1};

  Findings found;
  for (const Variant& variant : kVariants) {
    if (!q.settings.wants(variant.name)) continue;
    NamedTensor delta = madeTensor(std::string("remove.") + variant.name + ".A.delta", {removed});
    NamedTensor kl = madeTensor(std::string("remove.") + variant.name + ".A.kl", {removed, at});
    forEachRun(
        n, q.progress, "without a token",
        [&](Index token) {
          delta({token}) = 0;
          for (Index t = 0; t < places; ++t) kl({token, t}) = 0;
          runs.without(variant, token, 0, places, [&](const Logits& logits, Index first) {
            for (Index row = 0; row < logits.rows(); ++row) {
              const Index t = first + row;
              const std::vector<double> after = logProbabilities(logits, row);
              kl({token, t}) = divergence(before[static_cast<std::size_t>(t)], after);
              if (t == q.metric.row) delta({token}) = after[target] - before[static_cast<std::size_t>(t)][target];
            }
          });
        },
        PartialFindings{q.partial, [&] {
                          return Findings{delta, kl};
                        }});
    found.push_back(std::move(delta));
    found.push_back(std::move(kl));
  }
  return found;
}

std::vector<double> hidingEffects(const AnalysisQuestion& q) {
  const Trace& trace = *q.a;
  checkMetric("tokens taken away", trace, q.metric);
  const RunsWithout runs(q.theModel(), trace);
  const auto target = static_cast<std::size_t>(q.metric.target);
  const double before = logProbabilities(trace.logits, q.metric.row)[target];
  std::vector<double> effects(trace.encoding.size());
  const bool each = answersEachToken(q.theModel().description());
  const Index seen = runs.causal() && each ? q.metric.row + 1 : q.tokens();
  forEachRun(seen, q.progress, "without a token", [&](Index token) {
    runs.without(kVariants[0], token, q.metric.row, q.metric.row + 1, [&](const Logits& logits, Index) {
      effects[static_cast<std::size_t>(token)] = logProbabilities(logits, 0)[target] - before;
    });
  });
  return effects;
}

}  // namespace headlight
