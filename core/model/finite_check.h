#pragma once

#include <string>
#include <vector>

#include "core/attention/trace.h"

namespace headlight {

/// What the layer `where` ("model 'x', layer 3") computed for the tokens from `first` on; `cross` is null without
/// cross-attention, `tokens` are all that it read and `out` [n, width] is the layer's output.
struct LayerNumbers {
  std::string where;
  const std::vector<Token>& tokens;
  const AttentionRecord& self;
  const AttentionRecord* cross;
  MatrixView out;
  Index first = 0;
};

/// Throws Error that names the layer, what in it is NaN or infinite, and the first such token: damaged weights, or
/// numbers beyond single precision. Nothing that follows from them would mean anything.
void checkFinite(const LayerNumbers& layer);

/// The same of the rows [n, width] that `what` ("embedding") has for the tokens from `first` on.
void checkFinite(const std::string& where, const std::string& what, const std::vector<Token>& tokens, MatrixView rows,
                 Index first);

}  // namespace headlight
