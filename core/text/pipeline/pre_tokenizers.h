#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "core/text/models/pieces.h"
#include "core/text/regex/pattern.h"

namespace headlight {

/// GPT-2's: cuts into words with their leading space, then writes bytes as characters.
struct ByteLevelSplit {
  bool addPrefixSpace = true, cutWords = true;
};
struct PatternSplit {
  Pattern pattern;
  SplitBehaviour behaviour = SplitBehaviour::Isolated;
  bool invert = false;
};
/// SentencePiece's: spaces become `mark`, one is put in front, each begins a piece.
struct MetaspaceSplit {
  enum class Prepend { Always, First, Never };
  std::string mark;
  Prepend prepend = Prepend::Always;
  bool split = true;
};
struct DigitsSplit {
  bool individually = false;
};
struct PunctuationSplit {
  SplitBehaviour behaviour = SplitBehaviour::Isolated;
};
/// Between characters of different scripts.
struct ScriptsSplit {};
struct DelimiterSplit {
  std::string delimiter;
};
/// \w+|[^\w\s]+
struct WordsSplit {};
struct WhitespaceSplit {};
struct BertSplit {};
struct FixedLengthSplit {
  std::size_t length = 5;
};

using PreTokenizerStep =
    std::variant<ByteLevelSplit, PatternSplit, MetaspaceSplit, DigitsSplit, PunctuationSplit, ScriptsSplit,
                 DelimiterSplit, WordsSplit, WhitespaceSplit, BertSplit, FixedLengthSplit>;

/// The steps that cut a normalized text into pieces, in order (a Sequence is spelled out).
using PreTokenizer = std::vector<PreTokenizerStep>;

/// Cuts every piece that is not an added token. When `keepBytes` is set and the last step is ByteLevelSplit, the pieces
/// keep their bytes instead of the characters that stand for them (for a model that knows bytes).
/// Throws Error when a regular expression gives up.
void preTokenize(const PreTokenizer& steps, std::vector<Piece>& pieces, TextArena& arena, bool keepBytes = false);

}  // namespace headlight
