#pragma once

#include "core/gradients/backward.h"

namespace headlight {

/// Attribution patching (Nanda 2023): for each value of a run A what putting run B's value in its place would change in
/// the metric, to first order: (B's value - A's value) · dm/d(value) at A. Not normalised.
struct AttributionPatching {
  double metric = 0;  ///< Of run A.
  /// [layers, tokens]: what a layer reads, and its sublayers' outputs.
  Eigen::MatrixXd stream, attention, feedForward;
  std::vector<Eigen::MatrixXd> z, q;  ///< For each layer [heads, tokens].
  std::vector<Eigen::MatrixXd> k, v;  ///< For each layer [key/value heads, tokens].
  Eigen::MatrixXd pattern;            ///< [layers, heads]: of all the weights of a head.
  /// Of a decoder with an encoder: what its cross-attention adds [layers, tokens], and its heads' outputs, for each
  /// layer [heads, tokens]; else empty.
  Eigen::MatrixXd crossAttention;
  std::vector<Eigen::MatrixXd> crossZ;
};

/// Of two runs of one model over texts of as many tokens, of an encoder–decoder model two targets: the decoder's
/// values, with B's source read by B. Throws Error for others and as backward().
AttributionPatching attributionPatching(const Model& model, const Trace& a, const Trace& b, const Metric& metric,
                                        const Progress& progress = {});

/// Throws Error beginning with `what` unless both are runs of `model` over as many tokens.
void checkPair(const char* what, const Model& model, const Trace& a, const Trace& b);

}  // namespace headlight
