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

/// The edits of every layer that take `token` away.
std::vector<std::shared_ptr<const LayerEdits>> editsWithout(const Model& model, const Variant& variant, Index token,
                                                            Index tokens) {
  WeightEdit edit;
  edit.kind = variant.kind;
  edit.amount = variant.amount;
  edit.keys.resize(static_cast<std::size_t>(tokens));
  edit.keys[static_cast<std::size_t>(token)] = true;
  std::vector<std::shared_ptr<const LayerEdits>> edits;
  for (const LayerSpec& layer : model.description().layers) {
    auto of = std::make_shared<LayerEdits>();
    of->heads.assign(static_cast<std::size_t>(layer.attention.heads), {edit});
    edits.push_back(std::move(of));
  }
  return edits;
}

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
  const Architecture& d = model.description();
  const Trace& trace = *q.a;
  checkMetric("tokens taken away", trace, q.metric);
  const bool each = answersEachToken(d);
  const Index n = q.tokens(), places = each ? n : 1;
  const ChangedRuns runs(model, trace);
  const Matrix end = runValues(model, trace).end;  // For heads that read all tokens.
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
          const auto edits = editsWithout(model, variant, token, n);
          ChangedRun change;
          change.token = token;
          change.edits = [&](int layer) { return edits[static_cast<std::size_t>(layer)]; };
          Matrix stream = runs.end(change);
          Index first = runs.first(change);
          if (!each && first > 0) {  // The head pools all tokens.
            Matrix whole = end;
            whole.bottomRows(stream.rows()) = stream;
            stream = std::move(whole);
          }
          if (!each) first = 0;
          constexpr Index kRows = 32;  // A vocabulary is wide.
          for (Index from = 0; from < (each ? stream.rows() : 1); from += kRows) {
            const Index rows = each ? std::min(kRows, stream.rows() - from) : stream.rows();
            Logits logits = runHead(d, model.weights(), trace.encoding,
                                    finalStates(d, model.weights(), Matrix(stream.middleRows(from, rows))));
            logits.setIndependent(trace.logits.independent());
            for (Index row = 0; row < logits.rows(); ++row) {
              const Index t = first + from + row;
              const std::vector<double> after = logProbabilities(logits, row);
              kl({token, t}) = divergence(before[static_cast<std::size_t>(t)], after);
              if (t == q.metric.row) delta({token}) = after[target] - before[static_cast<std::size_t>(t)][target];
            }
          }
        },
        PartialFindings{q.partial, [&] {
                          return Findings{delta, kl};
                        }});
    found.push_back(std::move(delta));
    found.push_back(std::move(kl));
  }
  return found;
}

}  // namespace headlight
