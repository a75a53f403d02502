#pragma once

#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/circuits/analysis_question.h"
#include "ui/charts/circuits/circuit_views.h"

namespace headlight {

struct ModelFolder;

/// What a method found for one picture, with the names that the picture needs.
struct FindingsReport {
  CircuitView view;
  Findings found;
  LogitMetric metric;             ///< What was watched, where the method watches something.
  bool watches = false, logProbability = false;
  std::vector<Token> tokens;      ///< Of text A; empty for weights alone.
  std::vector<QString> words;     ///< Of lens.top, in its order; empty for none.
  std::optional<ScoreCell> cell;  ///< That a score is about.
  int headsOfGroup = 1;           ///< So many heads read the same keys and values.
  double measured = 1;            ///< The part of the picture's numbers that is there.
  QString subject;                ///< The tokens that noise is on; empty for none.
  QString target, against;        ///< The outcomes of the metric as a person reads them.
  QString model, text, other, changed;

  /// The tensor that is painted; null where the method did not find it for this model.
  const NamedTensor* painted() const { return tensor(view.tensor); }
  const NamedTensor* tensor(std::string_view name) const;
};

/// Asks `question` what `view` is painted from. `partial` is called with what there is in between, where a method tells
/// it and a picture can show it; null for nobody. Throws Error as the method does; Cancelled.
FindingsReport tellFindings(const ModelFolder& model, const CircuitView& view, AnalysisQuestion question,
                            const std::function<void(FindingsReport)>& partial = nullptr);

/// The report with numbers in place of tokens and without texts and words.
std::shared_ptr<const FindingsReport> withoutText(const std::shared_ptr<const FindingsReport>& report);

}  // namespace headlight
