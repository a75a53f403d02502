#pragma once

#include <functional>
#include <string>

#include "core/model/family.h"
#include "core/model/rope_config.h"

namespace headlight {

/// What decoders in Llama's tradition have in common, and their defaults: RMSNorm before each sublayer, grouped heads,
/// rotary positions, gated feed-forward, no biases.
struct DecoderSwitches {
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
  bool headNorms = false;                   ///< self_attn.q_norm and k_norm over each head.
  std::function<bool(int layer)> windowed;  ///< Which layers see the window only; none when empty.
};

/// The whole description of such a model; families change what is different in theirs.
Description decoderDescription(const FamilyInput& input, const DecoderSwitches& switches);

/// layer_types of config.json ("full_attention", "sliding_attention"), or what `otherwise` says about each layer.
std::vector<bool> windowedLayers(const Config& config, int layers, const std::function<bool(int)>& otherwise);

}  // namespace headlight
