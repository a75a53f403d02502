#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/attention/attention_maps.h"

namespace headlight {

/// Queries and keys of a map as one line of text: usually the same tokens; where a lens left some out of one side,
/// every token of either side has one place.
struct TokenAxis {
  std::vector<Token> tokens;
  std::vector<Index> queryPlace, keyPlace;  ///< The place of each query and of each key among `tokens`.

  std::optional<Index> queryAt(Index place) const;
  std::optional<Index> keyAt(Index place) const;
};

TokenAxis tokenAxis(const std::vector<Token>& queries, const std::vector<Token>& keys);

/// Which end of the weights of a token is meant.
enum class Direction {
  Gives,     ///< What the token, as a query, attends to: its row.
  Receives,  ///< What it gets, as a key, from every query: its column.
};

/// The weights of `token` of `head`: [keys] that it gives, or [queries] that it receives.
std::vector<float> tokenWeights(const AttentionMaps& maps, HeadId head, Index token, Direction direction);

/// The token that a picture of one token shows when none is chosen: the last query that is part of the text.
Index defaultToken(const std::vector<Token>& queries);

/// One token of running text.
struct TextPiece {
  QString text;
  bool gapBefore = false;    ///< White space stands before it.
  bool breakBefore = false;  ///< A line may end before it.
  bool lineBefore = false;   ///< The text itself begins a new line with it.
  int level = 0;       ///< Of embedding, as in Unicode Annex 9: pieces of an odd level are set from right to left.
  bool added = false;  ///< A special token: not part of the text.
};

/// The tokens as the text that they were cut from.
std::vector<TextPiece> runningText(const std::vector<Token>& tokens);

}  // namespace headlight
