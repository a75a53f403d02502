#pragma once

#include <vector>

#include "core/base/matrix.h"

namespace headlight {

/// Values inside a layer that can be looked at, and changed, while it runs; n rows, of the tokens that are computed.
enum class LayerSite {
  Input,              ///< [n, width]: the embeddings, which the first layer reads; of no other layer.
  Query,              ///< [n, heads · dHead], after norms and rotation.
  Key,                ///< [n, kvHeads · dHead], after norms and rotation.
  Value,              ///< [n, kvHeads · dValue].
  HeadOutput,         ///< [n, heads · dValue]: weights times values, before the output projection.
  AttentionOutput,    ///< [n, width], with the output's bias, before the norm behind it and the residual sum.
  AfterAttention,     ///< [n, width]: the stream with the attention in it, to look at only.
  FeedForwardInput,   ///< [n, width]: what the feed-forward network reads, behind its norm; to change only with a norm.
  FeedForwardOutput,  ///< [n, width], that of experts with it, before the norm behind it and the residual sum.
  Output              ///< [n, width]: the stream that the layer leaves to the next one.
};

/// One change of the values at a site of a layer, at some tokens. A layer's changes are made in order.
struct ValueEdit {
  enum class Kind {
    Put,     ///< `rows` in their place.
    Mean,    ///< Their mean over all tokens in their place.
    Factor,  ///< Times `factor`.
    Add      ///< `rows` added to them.
  };
  LayerSite site = LayerSite::Output;
  Kind kind = Kind::Put;
  Index column = 0, columns = 0;  ///< Which numbers of a row; 0 columns: all.
  std::vector<bool> tokens;       ///< [N]; empty for every token.
  Matrix rows;                    ///< [N, columns], or [1, columns] for every token.
  double factor = 1;

  bool concerns(Index token) const { return tokens.empty() || tokens[static_cast<std::size_t>(token)]; }
  bool operator==(const ValueEdit& other) const;
};

/// Whether what the edit makes of a token depends on other tokens, or is kept with those of all tokens.
bool needsAllTokens(const ValueEdit& edit);

/// Makes the edits that are of that site in its rows [n, …] of the tokens from `first` on. Edits that need all tokens
/// expect `first` 0.
void editValues(const std::vector<ValueEdit>& edits, LayerSite site, Index first, MatrixOut rows);

}  // namespace headlight
