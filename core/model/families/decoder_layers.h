#pragma once

#include <functional>
#include <string>

#include "core/model/family.h"
#include "core/model/rope_config.h"

namespace headlight {

/// The library's sizes of a decoder whose config.json leaves them out.
struct DecoderSizes {
  Index width = 4096, inner = 11008;
  int layers = 32, heads = 32;
  int kvHeads = 0;  ///< 0: as many as heads.
  Index positions = 2048;
};

/// What decoders in Llama's tradition have in common, and their defaults: RMSNorm before each sublayer, grouped heads,
/// rotary positions, gated feed-forward, no biases.
struct DecoderSwitches {
  DecoderSizes sizes;
  double epsilon = 1e-6;
  std::string_view epsilonKey = "rms_norm_eps";
  bool tied = false;       ///< What tie_word_embeddings means when absent.
  bool queryBias = false;  ///< Biases of query, key and value.
  bool outputBias = false;
  bool feedForwardBias = false;
  float gainOffset = 0;
  NormKind norm = NormKind::RmsNorm;
  Index dHead = 0;  ///< head_dim when absent; 0: width / heads.
  std::string activation = "silu";
  Index window = 0;  ///< What sliding_window means when absent; used by `windowed`.
  RopeDefaults rope;
  std::int64_t padId = -1;  ///< pad_token_id when absent.
  bool headNorms = false;                   ///< self_attn.q_norm and k_norm over each head.
  std::function<bool(int layer)> windowed;  ///< Which layers see the window only; none when empty.
};

/// The whole description of such a model; families change what is different in theirs.
Description decoderDescription(const FamilyInput& input, const DecoderSwitches& switches);

/// layer_types of config.json ("full_attention", "sliding_attention"), or what `otherwise` says about each layer.
std::vector<bool> windowedLayers(const Config& config, int layers, const std::function<bool(int)>& otherwise);

}  // namespace headlight
