#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/tally.h"
#include "core/attention/trace.h"
#include "core/model/model.h"

namespace headlight {

/// What each head does where a model has to say again what it read far back.
struct NeedleTest {
  /// [layer][head]: whether the head looks most at the very token that comes next, beside one in as many as it may see.
  std::vector<std::vector<Tally>> heads;
  Mean said;  ///< How often that token is the model's likeliest prediction.
};

/// Retrieval heads (Wu et al. 2024): a needle of six of the text's rarer tokens, in an order drawn from `seed`, is put
/// into the text, where they then stand nowhere else, at four depths, twice each; behind the text its first two tokens
/// are said again, and the other four, token by token, as a model that copies it would say them. Throws Error for
/// models that see later tokens or have two stacks, for a changed run, for texts of fewer than eight different tokens,
/// and where positions are too few; Cancelled.
NeedleTest needleTest(const Model& model, const Trace& text, std::uint64_t seed = 1, const Progress& progress = {});

}  // namespace headlight
