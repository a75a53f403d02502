#pragma once

#include <memory>

#include "core/analysis/cost.h"
#include "core/base/progress.h"
#include "ui/charts/curves_layout.h"

namespace headlight {

/// What a model costs against the length of the text.
struct CostData {
  QString model;
  Index window = 4096;              ///< Of the windowed curves.
  std::vector<double> tokens;       ///< From 1 to a million.
  std::vector<Curve> multiplyAdds;  ///< By part of the model, attention of the full and of the windowed kind.
  std::vector<Curve> bytes;         ///< Weights, K/V cache, attention of each kind.
  Index current = 0;                ///< Tokens of the open text; 0 without one.
  double currentMultiplyAdds = 0;
  double seconds = 0;  ///< How long the open text was read; 0 when that is not known.
};

/// There is nothing of a text in it.
inline std::shared_ptr<const CostData> withoutText(std::shared_ptr<const CostData> data) { return data; }

/// Counts the costs of `model` from its description. `current` tokens took `seconds`.
CostData costData(const Model& model, const QString& name, Index current, double seconds, Index window = 4096);

}  // namespace headlight
