#pragma once

#include <vector>

#include "core/attention/trace.h"
#include "core/io/table.h"

namespace headlight {

/// Which experts the routers of one stack chose for each token of a text.
struct ExpertUse {
  struct Layer {
    int layer = 0;
    int experts = 0;                   ///< How many there are.
    ExpertChoice choice;               ///< Of each token.
    std::vector<Index> tokens;         ///< [experts]: load, the tokens that chose it.
    std::vector<double> weight;        ///< [experts]: sum of its weights over these tokens.
    Index chosen() const;              ///< Choices of all tokens.
  };
  std::vector<Layer> layers;  ///< Those with experts, in order.
  Index tokens = 0;

  /// The layer of that number; null for one without experts.
  const Layer* layer(int number) const;
};

/// Whether the stack of `type` has experts in some layer; cross-attention has none.
bool hasExperts(const Trace& trace, AttentionType type = AttentionType::Self);

/// What the routers of the stack of `type` chose, interventions included. Throws Error for a model without experts and
/// for cross-attention.
ExpertUse expertUse(const Trace& trace, AttentionType type = AttentionType::Self);

/// A row for each token and expert that it chose: layer, token, text, rank (0 is the first choice), expert, weight and
/// the router's logit.
Table expertTable(const Trace& trace, AttentionType type = AttentionType::Self);

/// A row for each expert: layer, expert, tokens that chose it, its share of all choices in the layer (1 / experts where
/// the load is even), mean weight over the tokens that chose it (none where no token did), and sum of weights.
Table expertLoadTable(const Trace& trace, AttentionType type = AttentionType::Self);

}  // namespace headlight
