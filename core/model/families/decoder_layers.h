#pragma once

#include <functional>
#include <string>
#include <vector>

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

/// What a layer's tensors are called behind "layers.N."; an empty name is a part that is not there.
struct DecoderNames {
  std::string attentionNorm = "input_layernorm", feedForwardNorm = "post_attention_layernorm";
  std::string attentionInside = {}, feedForwardInside = {};  ///< Norms of what a sublayer gives.
  std::string queryNorm = "self_attn.q_norm", keyNorm = "self_attn.k_norm";
  std::string gate = "mlp.gate_proj", in = "mlp.up_proj", output = "mlp.down_proj";
  std::string gateIn = {};  ///< In place of `gate` and `in`.

  /// OLMo 2 and EXAONE 4: norms of what the sublayers give, and none before them.
  static DecoderNames normsInside() {
    DecoderNames names;
    names.attentionNorm = names.feedForwardNorm = "";
    names.attentionInside = "post_attention_layernorm";
    names.feedForwardInside = "post_feedforward_layernorm";
    return names;
  }
  /// A feed-forward network without a gate.
  DecoderNames plain(const std::string& first = "mlp.up_proj", const std::string& last = "mlp.down_proj") const {
    DecoderNames names = *this;
    names.gate = "";
    names.in = first;
    names.output = last;
    return names;
  }
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
  bool normGain = true, normBias = true;  ///< Whether norms have them; RMSNorm never has a bias.
  DecoderNames names;
  Index dHead = 0;  ///< head_dim when absent; 0: width / heads.
  std::string activation = "silu";
  Index window = 0;  ///< What sliding_window means when absent; used by `windowed`.
  RopeDefaults rope;
  std::int64_t padId = -1;  ///< pad_token_id when absent.
  bool headNorms = false;  ///< Norms of queries and keys.
  NormSpan normSpan = NormSpan::Head;
  bool parallel = false;  ///< Both sublayers read the attention's normed input.
  std::vector<bool> windowed;  ///< Which layers see the window only; none when empty.
};

/// The whole description of such a model; families change what is different in theirs.
Architecture decoderDescription(const FamilyInput& input, const DecoderSwitches& switches);

/// Whether there is a window at all: sliding_window may be null, which takes away the one that a family has by default.
bool hasWindow(const Config& config, bool byDefault = true);
/// layer_types of config.json ("full_attention", "sliding_attention"), or what `otherwise` says about each layer.
std::vector<bool> windowedLayers(const Config& config, int layers, const std::function<bool(int)>& otherwise);

}  // namespace headlight
