#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/models/byte_trie.h"
#include "core/text/models/piece_token.h"
#include "core/text/models/vocabulary.h"

namespace headlight {

/// Unigram language model: the cut of a piece whose tokens have the largest sum of scores (Viterbi).
class Unigram {
 public:
  struct Scored {
    std::string_view token;
    double score = 0;
  };
  /// The place in `tokens` is the id; a token of score -infinity is never cut, but is the id of a character that no
  /// other token has. Throws Error when `unknownId` lies outside, or a score is not a number.
  Unigram(const std::vector<Scored>& tokens, std::optional<std::size_t> unknownId, bool byteFallback);

  const Vocabulary& vocabulary() const { return m_vocabulary; }
  std::optional<std::uint32_t> unknownId() const { return m_unknownId; }
  /// Appends the tokens of `piece`; neighbouring unknown characters are one token, or bytes. Throws Error when an
  /// unknown token is needed and there is none.
  void tokenize(std::string_view piece, std::vector<PieceToken>& out) const;

 private:
  void addPart(std::string_view piece, std::size_t start, std::size_t end, std::vector<PieceToken>& out) const;

  Vocabulary m_vocabulary;
  ByteTrie m_trie;
  std::vector<double> m_scores;
  std::optional<std::uint32_t> m_unknownId;
  double m_unknownScore = 0;
  bool m_byteFallback = false;
  std::array<std::uint32_t, 256> m_fallbackIds{};
};

}  // namespace headlight
