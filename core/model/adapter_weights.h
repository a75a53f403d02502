#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/index.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// How an adapter's matrices change those of its base: by alpha / rank, or with `byRoot` alpha / √rank, times B · A.
struct AdapterRule {
  Index rank = 8;
  double alpha = 8;
  bool byRoot = false;
  bool magnitudes = false;  ///< Each output's weights are brought to a length of its own (DoRA).
  bool inOut = false;       ///< Square weights are stored as [in, out].
  /// Other ranks and alphas of modules whose names end in a match of an expression.
  std::vector<std::pair<std::string, double>> ranks = {}, alphas = {};
};

/// The tensors of `base` with those of `adapter` on them, of which `share` counts, as adapterSource says; they are made
/// when they are used, in single precision. Throws Error naming tensor, expected and found.
TensorTable adapted(TensorTable base, TensorTable adapter, const AdapterRule& rule, float share);

}  // namespace headlight
