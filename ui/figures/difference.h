#pragma once

#include <memory>

#include "core/attention/attention_maps.h"
#include "ui/figures/attention_context.h"

namespace headlight {

/// One side of a comparison: a head of some maps whose queries and keys are the same tokens.
struct DifferenceSide {
  std::shared_ptr<const AttentionMaps> maps;
  AttentionContext context;
  HeadId head;
};

/// How the tokens of two sides belong together.
enum class Pairing {
  Tokens,      ///< By the shortest edit from one to the other: one tokenizer.
  Characters,  ///< By the characters that they cover: one text and two tokenizers.
};

/// A − B over places that hold the tokens of both, and what a picture must know of it. The maps have A's numbers of
/// layers and heads, whatever their number the difference of these two heads; cells are NaN where either side lacks a
/// token. Sinks are cells like all others: a share that is less than nothing cannot stand as a bar.
struct Difference {
  std::shared_ptr<const AttentionMaps> maps;
  AttentionContext context;
};
Difference differenceOf(const DifferenceSide& a, const DifferenceSide& b, Pairing pairing);

}  // namespace headlight
