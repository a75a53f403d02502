#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "core/text/bpe.h"
#include "core/text/piece_token.h"
#include "core/text/unigram.h"
#include "core/text/word_level.h"
#include "core/text/word_piece.h"

namespace headlight {

/// What turns a piece of text into tokens.
using TextModel = std::variant<WordPiece, Bpe, Unigram, WordLevel>;

inline const Vocabulary& vocabularyOf(const TextModel& model) {
  return std::visit([](const auto& m) -> const Vocabulary& { return m.vocabulary(); }, model);
}

}  // namespace headlight
