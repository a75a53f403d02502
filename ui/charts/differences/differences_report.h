#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "core/analysis/model_comparison.h"
#include "ui/reading/engine.h"

namespace headlight {

/// How two models differ over one text, with the names that a picture of it needs.
struct DifferencesReport {
  /// A place where the likeliest answer changes.
  struct Answer {
    Index token = 0;
    QString name, one, other;  ///< The token, and what each model answers there.
    double probability = 0, otherProbability = 0;
    double divergence = 0;  ///< Kullback–Leibler, of the other from the first, in nats.
  };
  std::vector<HeadDistance> heads;  ///< The farthest apart first.
  std::vector<Answer> changed;      ///< The largest divergence first.
  std::size_t answers = 0;          ///< How many places were compared.
  QString noAnswers;                ///< Why none were; empty otherwise.
  std::vector<TensorDifference> tensors;  ///< The largest relative error first.
  QString noTensors;                      ///< Why there are none; empty otherwise.
  QString finer;                          ///< The model whose tensors the others' errors are of.
  QString one, other, text;
};

/// Compares two readings of models that lie at their paths; of an encoder–decoder model its decoder. Throws Error as
/// compareModels() does; Cancelled.
DifferencesReport tellDifferences(const RunResult& one, const RunResult& other, const Progress& progress = {});

/// The report with numbers in place of the tokens.
std::shared_ptr<const DifferencesReport> withoutText(const std::shared_ptr<const DifferencesReport>& report);

}  // namespace headlight
