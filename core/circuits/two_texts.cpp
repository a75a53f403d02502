#include "core/circuits/two_texts.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/architecture.h"

namespace headlight {
namespace {

const Trace& checkedOther(const char* what, const AnalysisQuestion& q) {
  checkSameLength(what, q);
  return *q.b;
}

/// Whether the same is changed in both runs: "every cat" need not stand at the same tokens.
bool changedAlike(const Trace& a, const Trace& b) {
  for (std::size_t layer = 0; layer < a.layers.size(); ++layer) {
    const auto &ofA = a.layers[layer].edits, &ofB = b.layers[layer].edits;
    if (!ofA != !ofB || (ofA && !(*ofA == *ofB))) return false;
  }
  return true;
}

Index firstOther(const Encoding& a, const Encoding& b) {
  // What stands for a part of a picture may differ under the same id.
  const auto placed = [](const Token& token) { return token.place.has_value(); };
  if (std::any_of(a.tokens.begin(), a.tokens.end(), placed) || std::any_of(b.tokens.begin(), b.tokens.end(), placed))
    return 0;
  const auto same = [](const Token& x, const Token& y) {
    return x.id == y.id && x.typeId == y.typeId && x.attended == y.attended;
  };
  const auto at = std::mismatch(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), same).first - a.tokens.begin();
  return std::min<Index>(at, static_cast<Index>(a.size()) - 1);
}

}  // namespace

TwoTexts::TwoTexts(const char* what, const AnalysisQuestion& q)
    : m_model(q.theModel()),
      m_a(*q.a),
      m_b(checkedOther(what, q)),
      m_valuesOfA(runValues(m_model, m_a, q.progress.slice(0, 0.02))),
      m_valuesOfB(runValues(m_model, m_b, q.progress.slice(0.02, 0.04))),
      m_runs(m_model, m_a),
      m_metric(m_model, m_a, m_valuesOfA.end, q.metric),
      m_metricOfB(MetricReader(m_model, m_b, m_valuesOfB.end, q.metric).clean()),
      // What an encoder read, or pixels show, may differ where tokens do not.
      m_first(m_a.source || m_a.pixels || !changedAlike(m_a, m_b) ? 0 : firstOther(m_a.encoding, m_b.encoding)) {}

double TwoTexts::restored(double metric) const {
  const double difference = metricOfB() - metricOfA();
  if (difference == 0)
    throw Error("metric: expected two texts with another value each, found the same, " + std::to_string(metricOfA()) +
                ", for both");
  return (metric - metricOfA()) / difference;
}

void forEachRun(Index count, const Progress& progress, const char* what, const std::function<void(Index)>& run,
                const std::optional<PartialFindings>& partial) {
  const Index group = 4 * threadCount();
  for (Index at = 0; at < count; at += group) {
    if (partial && partial->show && at > 0) partial->show(partial->sofar());
    progress(static_cast<double>(at) / static_cast<double>(count), what);
    parallelFor(std::min(group, count - at), [&](Index i) { run(at + i); });
  }
  progress(1);
}

}  // namespace headlight
