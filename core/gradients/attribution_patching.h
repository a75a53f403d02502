#pragma once

#include "core/gradients/backward.h"

namespace headlight {

/// Attribution patching (Nanda 2023): for each value of a run A what putting run B's value in its place would change in
/// the metric, to first order: (B's value - A's value) · dm/d(value) at A. Not normalised.
struct AttributionPatching {
  double metric = 0;                                  ///< Of run A.
  Eigen::MatrixXd stream, attention, feedForward;     ///< [layers, tokens]: what a layer reads, and its sublayers' outputs.
  std::vector<Eigen::MatrixXd> z, q;                  ///< For each layer [heads, tokens].
  std::vector<Eigen::MatrixXd> k, v;                  ///< For each layer [key/value heads, tokens].
  Eigen::MatrixXd pattern;                            ///< [layers, heads]: of all the weights of a head.
};

/// Of two runs of one model of one stack over texts of as many tokens; throws Error for others and as backward().
AttributionPatching attributionPatching(const Model& model, const Trace& a, const Trace& b, const Metric& metric,
                                        const Progress& progress = {});

/// Throws Error beginning with `what` unless both are runs of `model`, one of one stack, over as many tokens.
void checkPair(const char* what, const Model& model, const Trace& a, const Trace& b);

}  // namespace headlight
