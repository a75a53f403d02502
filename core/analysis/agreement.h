#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/analysis/methods.h"
#include "core/base/ids.h"

namespace headlight {

/// Spearman's rank correlation (1904) of two lists of as many numbers, -1 to 1; equal numbers share their mean rank,
/// and places where either is NaN are left out. 0 where one list is constant, or has fewer than two numbers.
double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b);

/// The maps of one method of a run.
struct MethodMaps {
  Method method = Method::Raw;
  std::shared_ptr<const AttentionMaps> maps;
};

/// What tells how much the prediction at a token owes to each other one (core/findings/prediction_evidence).
enum class Evidence { Hiding, Relevance, GradientInput, IntegratedGradients, GradientAttention };

/// What a row of the comparison is of.
enum class RowScope { Head, Layer, Model };

/// One method's row for a token, beside the raw weights of the same scope.
struct MethodAgainstRaw {
  std::variant<Method, Evidence> method = Method::Raw;
  RowScope scope = RowScope::Head;
  std::vector<double> row;  ///< A number for each key.
  /// Spearman's rank correlation with the weights of the head or, for a whole layer, with their mean over its heads;
  /// none for the weights themselves, for rows of the whole model, and where fewer than four keys can be seen.
  std::optional<double> agreement;
  /// The same with Evidence::Hiding, the causal yardstick; none for that itself and where it was not measured.
  std::optional<double> withEffect = {};

  bool is(Method which) const { return method == std::variant<Method, Evidence>(which); }
  bool is(Evidence which) const { return method == std::variant<Method, Evidence>(which); }
};
/// Below this a method and the weights rank the keys so differently that neither should be read alone.
inline constexpr double kAgreement = 0.5;

/// Methods for the token `query` of a run: first those of the head, led by its weights, then those of its layer, led by
/// the mean weights of the layer's heads, then what is of the whole model.
struct WeightAgreement {
  std::vector<Index> keys;  ///< The keys that the query may see in the layer.
  std::vector<MethodAgainstRaw> rows;

  /// The row that agrees least with the weights; null where no agreement is known.
  const MethodAgainstRaw* least() const;
  /// Whether that is below kAgreement.
  bool disagree() const { return least() && *least()->agreement < kAgreement; }
  /// The row that ranks the keys most as hiding them does; null where that was not measured.
  const MethodAgainstRaw* nearestToEffect() const;
  /// Puts rows of evidence in, each behind those of its scope, and compares all rows with Evidence::Hiding among them.
  void add(std::vector<MethodAgainstRaw> evidence);
};
/// Reads one row of the maps of each method, which are of the head's attention; Method::Raw among `methods` is passed
/// over, the trace has it. Throws Error for a head or a token that there is not.
WeightAgreement methodsAgainstRaw(std::shared_ptr<const Trace> trace, HeadId head, Index query,
                             const std::vector<MethodMaps>& methods);

}  // namespace headlight
