#pragma once

#include <optional>
#include <vector>

#include "core/base/matrix.h"

namespace headlight {

/// Which tokens of one row of tokens stand for which of another: those of a run and those on screen. The same for
/// queries and keys.
struct TokenLink {
  std::vector<std::optional<Index>>
      first;  ///< For each token on screen, the first token of the run in it; none in a gap.
  std::vector<std::optional<Index>> shown;  ///< For each token of the run, the token on screen; none when left out.

  bool turned = false;  ///< Rows on screen are keys, columns queries.
  bool keysToo = true;  ///< Whether keys are the same tokens; in cross-attention they are those of another text.

  std::optional<Index> toShown(std::optional<Index> token) const;
  std::optional<Index> toRun(std::optional<Index> token) const;
};

/// Every token stands for itself.
TokenLink sameTokens(Index count);
/// From the tokens that `inner` starts with to those that `outer` ends with.
TokenLink chained(const TokenLink& inner, const TokenLink& outer);

}  // namespace headlight
