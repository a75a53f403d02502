#include "core/findings/asked_metric.h"

#include <limits>

#include "core/analysis/ablation.h"
#include "core/base/error.h"

namespace headlight {
namespace {

/// The likeliest outcome at a row but for `other`.
std::int64_t runnerUp(const Trace& trace, Index row, std::int64_t other) {
  Logits::Row logits = trace.logits.row(row);
  logits[other] = -std::numeric_limits<float>::infinity();
  Index id = 0;
  logits.maxCoeff(&id);
  return id;
}

}  // namespace

LogitMetric settledMetric(const AskedMetric& asked, const Trace& a, const Trace* b) {
  // Of a text of another length the row says nothing; who compares token by token refuses it.
  if (b && b->encoding.size() != a.encoding.size()) b = nullptr;
  LogitMetric metric{asked.row, asked.target ? *asked.target : likeliestOutcome(a, asked.row)};
  if (asked.alone) return metric;
  if (asked.against) {
    metric.against = asked.against;
  } else if (a.logits.cols() > 1) {
    if (b) metric.against = likeliestOutcome(*b, metric.row);
    if (!b || metric.against == metric.target) metric.against = runnerUp(b ? *b : a, metric.row, metric.target);
  }
  if (metric.against == metric.target)
    throw Error("--against: expected another outcome than --target's (or none), found the same");
  return metric;
}

}  // namespace headlight
