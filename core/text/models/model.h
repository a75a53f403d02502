#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "core/text/models/bpe.h"
#include "core/text/models/piece_token.h"
#include "core/text/models/renumbered_pieces.h"
#include "core/text/models/unigram.h"
#include "core/text/models/word_level.h"
#include "core/text/models/word_piece.h"

namespace headlight {

/// What turns a piece of text into tokens.
using TextModel = std::variant<WordPiece, Bpe, Unigram, WordLevel, RenumberedPieces>;

inline const Vocabulary& vocabularyOf(const TextModel& model) {
  return std::visit([](const auto& m) -> const Vocabulary& { return m.vocabulary(); }, model);
}

/// The id of the unknown token where it carries the text that it stands for, as SentencePiece's does.
inline std::optional<std::uint32_t> literalUnknownOf(const TextModel& model) {
  if (const auto* unigram = std::get_if<Unigram>(&model)) return unigram->unknownId();
  if (const auto* pieces = std::get_if<RenumberedPieces>(&model)) return pieces->unknownId();
  return std::nullopt;
}

}  // namespace headlight
