#pragma once

#include <string>
#include <vector>

#include "core/gradients/backward.h"

namespace headlight {

/// What putting run B's output of a source u into what one reader v of the stream reads would change in the metric of
/// run A, to first order and not normalised: Σ over tokens of (out_u(B) - out_u(A)) · dm/d(input of v), the derivative
/// with respect to the stream as v alone reads it, before v's norm.
struct EdgeAttribution {
  /// Names of EdgeNodes (core/circuits/edges.h): "input", "head l.h", "mlp l".
  std::vector<std::string> sources;
  std::vector<std::string> targets;  ///< "q l.h", "k l.g", "v l.g" (g: key/value head), "mlp l", "logits".
  Eigen::MatrixXd effects;           ///< [sources, targets]; 0 where the source does not come before the target.
};

/// Where the derivative is taken: the mean over runs whose layer 0 (of an encoder's, too) reads B + part (A - B).
using EdgePath = std::vector<double>;
/// At A alone: edge attribution patching (Syed et al. 2023).
EdgePath pathAtText();
/// EAP-IG (Hanna et al. 2024) in `steps` steps, parts k / steps: the paper's sum, k from 1 to `steps`, or from 0 to
/// `steps` - 1, as the authors' program has it.
EdgePath pathOfIntegral(int steps = 5, bool fromOther = false);

/// Of two runs of a model over texts of as many tokens, sources and targets both. Costs a run and a backward pass for
/// each part of the path. Throws Error as backward() and for models whose stream is no plain sum of what its layers
/// write: norms behind sublayers or sums, bottlenecks, several networks in a layer; Cancelled.
EdgeAttribution edgeAttribution(const Model& model, const Trace& a, const Trace& b, const Metric& metric,
                                const EdgePath& path = pathAtText(), const Progress& progress = {});

}  // namespace headlight
