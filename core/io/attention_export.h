#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/attention/trace.h"
#include "core/base/progress.h"

namespace headlight {

/// What of a Trace goes into a file.
struct ExportChoice {
  std::vector<int> layers;  ///< Empty for all.
  std::vector<int> heads;   ///< Empty for all.
  bool hiddenStates = false;
  bool logits = false;
  /// Written in place of the trace's own weights: another method's maps of the same run, and its name for the file.
  std::shared_ptr<const AttentionMaps> maps = {};
  std::string method = "raw";
};

/// Writes a trace's attention weights, or those of `choice`, to `path` (or `-`): .safetensors, .npz, .json or .csv, as
/// the suffix or `format` says. Tensors: `input_ids` [tokens], `attentions.L` [heads, queries, keys] (one head for a
/// method without heads), `hidden_states.L` [tokens, width], `logits`. Memory is a band of rows, whatever the length.
/// Throws Error for a layer, head or format that there is not.
void exportAttention(const std::filesystem::path& path, const std::shared_ptr<const Trace>& trace,
                     const ExportChoice& choice, std::optional<std::string> format = {}, const Progress& progress = {});

}  // namespace headlight
