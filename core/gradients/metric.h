#pragma once

#include "core/base/matrix.h"

namespace headlight {

/// The number whose derivative is asked for, one of what a model answers.
struct Metric {
  enum class Kind {
    LogitDifference,  ///< logits[position, target] - logits[position, against].
    Logit,            ///< logits[position, target].
    LogProbability,   ///< ln softmax(logits[position])[target]; of independent classes ln sigmoid of that logit.
    HiddenState       ///< Number `target` of the last hidden state at `position`, behind the final norm: for models
                      ///< without a head.
  };
  Kind kind = Kind::LogitDifference;
  Index position = 0;  ///< Row of the logits; 0 where there is one row for the whole text.
  Index target = 0, against = 0;

  bool operator==(const Metric&) const = default;
};

/// The metric of one row of logits (or hidden numbers) [1, outcomes].
double valueOf(const Metric& metric, MatrixView row, bool independent = false);
/// Its derivative with respect to that row: [1, outcomes].
Matrix gradientOf(const Metric& metric, MatrixView row, bool independent = false);
/// Throws Error where there are not so many rows or outcomes.
void checkMetric(const Metric& metric, Index rows, Index outcomes);

}  // namespace headlight
