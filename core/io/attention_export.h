#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/attention/trace.h"
#include "core/base/progress.h"
#include "core/image/seen_media.h"

namespace headlight {

/// One attention of a run: its own weights, or another method's maps of it.
struct ExportedAttention {
  AttentionType type = AttentionType::Self;
  std::shared_ptr<const AttentionMaps> maps;
};

/// What of a Trace goes into a file.
struct ExportChoice {
  std::vector<int> layers;  ///< Empty for all.
  std::vector<int> heads;   ///< Empty for all.
  bool hiddenStates = false;
  bool logits = false;
  bool places = false;                       ///< Where in pictures and sounds tokens stand.
  std::shared_ptr<const SeenMedia> media;    ///< Pictures and sound to be written with it; null for none.
  std::vector<ExportedAttention> attention;  ///< Empty for all weights of the trace.
  std::string method = "raw";                ///< Its name for the file.
};

/// The format that the suffix of `path` or `format` says: safetensors, npz, json or csv. Throws Error for another.
std::string exportFormat(const std::filesystem::path& path, const std::optional<std::string>& format = {});

/// Whether a run has logits to be written: its model has a head, or compares pictures with texts.
bool hasLogits(const Trace& trace);

/// Writes a trace's attention weights, or those of `choice`, to `path` (or `-`): .safetensors, .npz, .json or .csv, as
/// the suffix or `format` says. Tensors: `input_ids` [tokens], `attentions.L` [heads, queries, keys] (one head for a
/// method without heads), with a learned sink `no_token.L` [heads, queries], its share of each row, `hidden_states.L`
/// [tokens, width], `logits`; of an encoder–decoder model `input_ids` of the source, `decoder_input_ids`,
/// `encoder_attentions.L`, `decoder_attentions.L`, `cross_attentions.L`, `encoder_hidden_states.L`,
/// `decoder_hidden_states.L`, `logits`; of a model that reads pictures in a text also `vision_attentions.L` [tiles,
/// heads, patches, patches] (without tiles where they are cut otherwise) and `vision_hidden_states.L`, of CLIP and its
/// like with `text_attentions.L` and `text_hidden_states.L`; of a model of stages for each of them
/// `stage1_attentions.L` over all tokens of its grid (those that fill it up to whole windows among them), 0 outside of
/// a window, `stage1_hidden_states.L`, with places `stage1_boxes` [n, 4] and `stage1_grid` [2]; beside hidden states
/// and logits what further heads give
/// (`pooler_output`, `image_embeds`, `logits_per_image`). Places are `image_positions` [k], `image_grid`, `image_cells`
/// [k, 4] (picture, tile, row, column), `boxes` [k, 4] (x0, y0, x1, y1 as fractions of the picture, -1 for none),
/// `vision_boxes`, `vision_cells`, `time`, `receptive` [n, 2] in seconds and `mel_rows`; the pictures and the sound
/// themselves are as stored_media.h lists them. `headlight` in the metadata or
/// as bytes: tokens and model, as stored_attention.h reads them. A .csv holds one attention. Memory is a band of rows,
/// whatever the length. Throws Error for a layer or head that there is not, and as exportFormat() does.
void exportAttention(const std::filesystem::path& path, const std::shared_ptr<const Trace>& trace,
                     const ExportChoice& choice, std::optional<std::string> format = {}, const Progress& progress = {});

}  // namespace headlight
