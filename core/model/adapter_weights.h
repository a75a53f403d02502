#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/index.h"
#include "core/checkpoint/stored_tensor.h"
#include "core/model/adapter_modules.h"

namespace headlight {

/// How an adapter's matrices change those of its base: by alpha / rank, or with `byRoot` alpha / √rank, times B · A.
struct AdapterRule {
  Index rank = 8;
  double alpha = 8;
  bool byRoot = false;
  bool magnitudes = false;  ///< Each output's weights are brought to a length of its own (DoRA).
  bool conv1d = false;      ///< The base's attention and feed-forward maps are stored as [in, out], as GPT-2's are.
  std::optional<bool> saidInOut = {};  ///< What fan_in_fan_out says of it, which decides nothing.
  AdapterModules modules = {};
  /// Other ranks and alphas of modules whose names end in a match of an expression.
  std::vector<std::pair<std::string, double>> ranks = {}, alphas = {};
};

/// The tensors of `base` with those of `adapter` on them, of which `share` counts, as adapterSource says; they are made
/// when they are used, in single precision. What is odd goes into `remarks`. Throws Error naming tensor, expected and
/// found.
TensorTable adapted(TensorTable base, TensorTable adapter, const AdapterRule& rule, float share,
                    std::vector<std::string>& remarks);

}  // namespace headlight
