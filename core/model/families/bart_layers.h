#pragma once

#include "core/model/family.h"

namespace headlight {

/// What BART and its kin have different from one another: an encoder and a decoder with cross-attention, whose tensors
/// have the same names.
struct BartSwitches {
  bool normBefore = false;     ///< Norms before the sublayers, and one behind the last layer; else after them.
  bool embeddingNorm = false;  ///< layernorm_embedding.
  bool waves = false;          ///< Positions are sines and cosines, which no file holds; else learned, from row 2 on.
  Index positions = 1024;      ///< What max_position_embeddings means when absent.
};

/// Keys that these families do not read, and the library's other names of keys.
std::vector<UnreadKey> bartUnread();
std::vector<std::pair<std::string_view, std::string_view>> bartAliases();

/// The whole description of such a model.
Description bartDescription(const FamilyInput& input, const BartSwitches& switches);

}  // namespace headlight
