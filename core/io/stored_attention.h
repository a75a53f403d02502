#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/io/stored_maps.h"

namespace headlight {

class MemoryMap;

/// Likely answers that a file brings with it, best first.
struct StoredPrediction {
  std::string title;
  std::vector<std::pair<std::string, double>> answers;
};

/// Attention that something else computed, opened from a file.
struct StoredAttention {
  std::string model, text;  ///< As the file names them; the text else that of the tokens.
  std::shared_ptr<const StoredMaps> maps;
  std::vector<Visibility> visibility;  ///< One for each layer.
  int headsOfGroup = 1;                ///< Neighbouring heads that read the same keys.
  std::vector<StoredPrediction> predictions;
  std::vector<std::string> remarks;       ///< What is unusual, a sentence each.
  std::shared_ptr<const MemoryMap> file;  ///< Null when nothing of it is read any more.

  /// Throws Error when the file was cut off or written to since it was opened.
  void check() const;
};

// What a file holds (safetensors or .npz), by the names of its tensors. L counts layers from 0; an axis of one for a
// batch may stand before any shape. KIND is attentions, or encoder_attentions, decoder_attentions, cross_attentions.
//
//   KIND                 [layers, heads, queries, keys], or one layer [heads, queries, keys]
//   KIND.L or KIND_L     [heads, queries, keys]
//   queries.L, keys.L    [heads, tokens, dHead], after rotation; keys may have fewer heads. Far smaller than weights.
//                        Also encoder_queries.L … cross_keys.L
//   input_ids            [tokens], where there are no tokens: their numbers are shown. Also decoder_input_ids
//   tokens               texts: a NumPy text array, or a JSON list in the metadata
//   headlight            a JSON object, as text, as bytes or in the metadata; each member may be missing:
//                        {"version": 1, "model": "…", "text": "…", "tokens": ["…"], "encoder_tokens": […],
//                         "decoder_tokens": […], "special": [0, 9], "causal": true, "scale": 0.125,
//                         "soft_cap": 0, "window": 0 or one for each layer,
//                         "predictions": [{"title": "Next token", "answers": [{"text": " cat", "probability": 0.3}]}]}

/// A file and which part of it, as a person writes them: "a.npz", or "a.npz#cross" with one of encoder, decoder and
/// cross.
struct StoredPlace {
  std::filesystem::path file;
  std::string part;  ///< Empty for the first there is of all, decoder, encoder and cross.
};
StoredPlace storedPlace(const std::filesystem::path& place);

/// Whether what lies at `place` is to be opened here: a .npz, or a safetensors file with such tensors.
bool holdsAttention(const std::filesystem::path& place);

/// Opens the attention at `place`, without reading it. Throws Error (thing, place, expected, found).
StoredAttention openStoredAttention(const std::filesystem::path& place);

}  // namespace headlight
