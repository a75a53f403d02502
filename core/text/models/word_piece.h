#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/models/piece_token.h"
#include "core/text/models/vocabulary.h"

namespace headlight {

/// WordPiece: the longest known part from the left, again and again; one unknown part makes the whole word unknown.
class WordPiece {
 public:
  struct Options {
    std::string unknown = "[UNK]", continuingPrefix = "##";
    std::string beginningPrefix = {};  ///< Of a word's first part.
    std::size_t longestWord = 100;  ///< In characters; a longer word is unknown.
  };
  WordPiece(Vocabulary vocabulary, Options options);

  const Vocabulary& vocabulary() const { return m_vocabulary; }
  const Options& options() const { return m_options; }
  /// The id of the unknown token where the vocabulary lacks it.
  void setUnknownId(std::uint32_t id) { m_unknownId = id; }
  /// Appends the tokens of `word`. Throws Error when it needs an unknown token and the vocabulary has none.
  void tokenize(std::string_view word, std::vector<PieceToken>& out) const;

 private:
  void cut(std::string_view word, std::vector<PieceToken>& out) const;
  Vocabulary m_vocabulary;
  Options m_options;
  std::uint32_t m_unknownId = Vocabulary::kNone;
};

}  // namespace headlight
