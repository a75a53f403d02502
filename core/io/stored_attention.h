#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/attention/scores.h"
#include "core/image/seen_media.h"
#include "core/io/stored_place.h"
#include "core/io/stored_predictions.h"

namespace headlight {

class MemoryMap;

/// Attention that something else computed, opened from a file.
struct StoredAttention {
  std::string model, text;  ///< As the file names them; the text else that of the tokens.
  std::string part;  ///< Which part of a file of several: "decoder", "encoder", "cross", "vision", "audio"; empty for
                     ///< none of them.
  std::shared_ptr<const AttentionMaps> maps;
  std::vector<Visibility> visibility;  ///< By the number of the layer.
  int headsOfGroup = 1;                ///< Neighbouring heads that read the same keys.
  std::vector<StoredPrediction> predictions;
  std::shared_ptr<const SeenMedia> media;  ///< The pictures and the sound beside it; null for none.
  std::vector<std::string> remarks;       ///< What is unusual, a sentence each.
  std::shared_ptr<const MemoryMap> file;  ///< Null when nothing of it is read any more.

  /// Throws Error when the file was cut off or written to since it was opened.
  void check() const;
};

// What a file holds (safetensors, .npz, .npy for weights alone, or what torch.save wrote of tensors, lists and
// dictionaries), by the names of its tensors; arrays without a name are the weights, and those of a TransformerLens
// cache are known. L counts layers from 0, and a file with some layers alone keeps their numbers; an axis for a batch
// may stand before any shape (behind the layers, of one tensor for all), of which #row=N is opened where it is not one.
// KIND is attentions, or encoder_attentions, decoder_attentions, cross_attentions; of a language model with a part that
// sees or hears, vision_attentions and audio_attentions.
//
//   KIND                 [layers, heads, queries, keys], or one layer [heads, queries, keys]
//   KIND.L or KIND_L     [heads, queries, keys]; NaN for no number
//   no_token.L           [heads, queries], beside weights: what a learned sink took of each row, which it lacks to 1
//   queries.L, keys.L    [heads, tokens, dHead], after rotation; keys may have fewer heads. Far smaller than weights.
//                        Also encoder_queries.L … cross_keys.L. Some layers may have these and the others weights.
//   mask.L               [heads or 1, queries or 1, keys], bytes: 0 for a key that the query may not see
//   bias.L               the same shape: added to the scores, which are scaled and capped before; -infinity hides
//   distance_bias.L      [heads or 1, queries + keys - 1]: the same by distance, column key - query + queries - 1
//   sinks.L              [heads]: the score of no key at all, which takes a part of every row
//                        Each also as encoder_mask.L …; L is the layer, or a number that the notes give to layers.
//   input_ids            [tokens], where there are no tokens: their numbers are shown. Also decoder_input_ids
//   tokens               texts: a NumPy text array, or a JSON list in the metadata
//   headlight            a JSON object, as text, as bytes or in the metadata; each member may be missing:
//                        {"version": 1, "generated": 12 (the first token that the model wrote), "left_out": ["…"],
//                        "model": "…", "text": "…", "tokens": ["…"], "encoder_tokens": […],
//                         "decoder_tokens": […], "special": [0, 9], "sentence_b_start": 5 (the first token of a second
//                         text), "encoder_special": […], "decoder_special": […], "layers": [2, 7, 11] (numbers, for
//                         KIND as one tensor), "heads": [0, 5] (numbers), "scores": true (KIND holds scores before the
//                         softmax), "method": "norm", "causal": true, "scale": 0.125, "soft_cap": 0, "window": 0,
//                         "mask": 0, "bias": 0, "distance_bias": 0 (which tensor; null for none),
//                             each one for all layers, or a list of one for each layer that has queries;
//                             "encoder_causal" … "cross_bias" for one part alone,
//                         "predictions": [{"title": "Predicted next", "answers": [{"text": " cat", "probability":
//                         0.3}]}]}

// Pictures, sounds and where in them tokens stand are listed in stored_media.h.

/// Opens the attention at `place`; of a large file, some rows of every layer are looked at. Throws Error (thing, place,
/// expected, found), ScoresInsteadOfWeights among them.
StoredAttention openStoredAttention(const std::filesystem::path& place);

/// Whether opening `place` is refused because it holds scores in place of weights.
bool holdsScores(const std::filesystem::path& place);
/// How many texts a batch at `place` has of which none is chosen yet (StoredPlace::row); 1 for a file of one text, and
/// for one that cannot be read.
std::int64_t textsToChooseFrom(const std::filesystem::path& place);

}  // namespace headlight
