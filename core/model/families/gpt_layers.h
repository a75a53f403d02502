#pragma once

#include <string>
#include <string_view>

#include "core/model/family.h"

namespace headlight {

/// What the decoders in GPT-2's tradition share, under GPT-2's names: "wte", "wpe", "h.N.ln_1", "ln_f".
struct GptSizes {
  Index width = 0, inner = 0;
  int heads = 0, layers = 0;
  double epsilon = 1e-5;
  std::string_view activationKey = "activation_function", activation = "gelu_new";
};

/// n_embd, n_head, n_layer and n_inner, with GPT-2's defaults.
GptSizes gptSizes(const Config& config);

/// The library's other names of GPT-2's keys.
std::vector<std::pair<std::string_view, std::string_view>> gptAliases();

/// Embeddings (with `positions` learned positions, or none for 0), layers of causal attention with a norm before it,
/// and the final norm; the names of the layers' linear maps are left to the family. Fills `sizes.epsilon`.
Architecture gptDescription(const FamilyInput& input, const std::string& prefix, GptSizes& sizes, Index positions);

/// GPT-2's whole description (Radford et al. 2019); with cross-attention where config.json adds it.
Architecture gpt2Description(const FamilyInput& input);

}  // namespace headlight
