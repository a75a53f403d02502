#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/models/bpe.h"
#include "core/text/models/sentencepiece_model.h"

namespace headlight {

/// A token of a vocabulary that keeps no merges.
struct LearnedToken {
  std::string_view text;
  std::uint32_t id = 0;
  double score = 0;
};

/// The merges that put `tokens` together, in the order in which what they make was learned: by falling scores, then by
/// ids. They point into the tokens' texts.
Bpe::Merges mergesOfPieces(const std::vector<LearnedToken>& tokens);

/// The merges of tokens of bytes whose ids are their ranks, which may cut characters.
Bpe::Merges mergesOfRanks(const std::vector<LearnedToken>& tokens);

/// The merges that join the normal pieces of a SentencePiece model, those of the best scores first; pieces go by
/// `names`, into which the merges point.
Bpe::Merges mergesOfScores(const SentencePieceModel& model, const std::vector<std::string>& names);

}  // namespace headlight
