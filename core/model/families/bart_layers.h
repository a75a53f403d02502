#pragma once

#include <string>
#include <string_view>

#include "core/model/family.h"

namespace headlight {

/// What BART and its kin have different from one another: an encoder and a decoder with cross-attention, whose tensors
/// have the same names.
struct BartSwitches {
  bool normBefore = false;     ///< Norms before the sublayers, and one behind the last layer; else after them.
  bool embeddingNorm = false;  ///< layernorm_embedding.
  bool waves = false;          ///< Positions are sines and cosines, which no file holds; else learned.
  Index positions = 1024;      ///< What max_position_embeddings means when absent.
  Index offset = 2;            ///< The row of the first learned position.
  bool fairseq = false;        ///< Sines as fairseq has them, which leave padding out.
  bool scaled = false;         ///< What scale_embedding means when absent.
  bool decoderNormFirst = false;  ///< The decoder's embeddings are normalised before positions are added.
  std::int64_t padId = 1;
  std::string_view cross = "encoder_attn", networkNorm = "final_layer_norm";
  bool experts = false;  ///< Networks are called "ffn", and each so many-th layer has experts (NLLB-MoE).
  /// Each side has its own vocabulary, and the decoder an output of its own.
  bool ownVocabularies = false;
};

/// Keys that these families do not read, and the library's other names of keys.
std::vector<UnreadKey> bartUnread();
std::vector<std::pair<std::string_view, std::string_view>> bartAliases();

/// The decoder alone, whose tensors begin with `base` ("model."), with cross-attention and without an encoder or head.
Architecture bartDecoder(const FamilyInput& input, const BartSwitches& switches, const std::string& base);

/// The whole description of such a model.
Architecture bartDescription(const FamilyInput& input, const BartSwitches& switches);

}  // namespace headlight
