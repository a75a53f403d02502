#pragma once

#include <memory>
#include <vector>

#include "core/base/index.h"
#include "core/text/encoding.h"

namespace headlight {

/// What the rows of all heads are asked about the tokens of one text: found once.
struct TokenPlaces {
  explicit TokenPlaces(const std::vector<Token>& tokens);

  std::vector<Index> sinks;    ///< sinkTokens(), ascending.
  std::vector<bool> isSink;    ///< By token.
  std::vector<Index> special;  ///< Tokens that the tokenizer added.
  std::vector<Index> marks;    ///< Punctuation.
  /// For every token the place at which it occurred last, -1 for none: from there the next one leads further back, so
  /// that a text of one word repeated takes no more than any other. None for special tokens, which repeat without
  /// meaning.
  std::vector<Index> earlier;
  /// All places of the token that is at `place`, ascending, sinks apart; none for a sink.
  const std::vector<Index>& samePlaces(Index place) const;

 private:
  std::vector<std::vector<Index>> m_groups;  ///< The first is empty.
  std::vector<std::size_t> m_group;          ///< By token.
};

/// `places`, or those of `tokens` where there are none yet.
inline std::shared_ptr<const TokenPlaces> placesOf(const std::vector<Token>& tokens,
                                                   std::shared_ptr<const TokenPlaces> places) {
  return places ? std::move(places) : std::make_shared<const TokenPlaces>(tokens);
}

}  // namespace headlight
