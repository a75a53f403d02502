#pragma once

#include <filesystem>
#include <string>

namespace headlight::bench {

/// The shapes that are measured: "bert" (BERT base), "gpt2" (GPT-2 small, with its head), "gpt2-bf16" (in 16 bits),
/// "deberta" (DeBERTa v3 base without a head),
/// "experts" (8 experts, of which 2 are chosen) and "as-many-active" (the dense model of as many active weights),
/// "gpt" (the built-in rotary model, without a limit of its positions that would be warned of).
/// Writes such a model with random weights into `folder`, in single precision unless its name says otherwise, unless
/// it is there already.
void makeModel(const std::string& shape, const std::filesystem::path& folder);

}  // namespace headlight::bench
