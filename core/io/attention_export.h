#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/trace.h"
#include "core/base/progress.h"

namespace headlight {

/// What of a Trace goes into a file.
struct ExportChoice {
  std::vector<int> layers;  ///< Empty for all.
  std::vector<int> heads;   ///< Empty for all.
  bool hiddenStates = false;
  bool logits = false;
};

/// Writes a trace's attention weights to `path` (or `-`): .safetensors, .npz, .json or .csv, as the suffix or `format`
/// says. Tensors: `input_ids` [tokens], `attentions.L` [heads, queries, keys], `hidden_states.L` [tokens, width],
/// `logits`. Memory is a band of rows, whatever the length. Throws Error for a layer, head or format that there is not.
void exportAttention(const std::filesystem::path& path, const std::shared_ptr<const Trace>& trace,
                     const ExportChoice& choice, std::optional<std::string> format = {}, const Progress& progress = {});

}  // namespace headlight
