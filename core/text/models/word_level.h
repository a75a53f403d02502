#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/models/piece_token.h"
#include "core/text/models/vocabulary.h"

namespace headlight {

/// WordLevel: a piece is a token or unknown.
class WordLevel {
 public:
  WordLevel(Vocabulary vocabulary, std::string unknown);

  const Vocabulary& vocabulary() const { return m_vocabulary; }
  const std::string& unknown() const { return m_unknown; }
  /// Appends the token of `word`. Throws Error when it is unknown and the vocabulary has no token for that.
  void tokenize(std::string_view word, std::vector<PieceToken>& out) const;

 private:
  Vocabulary m_vocabulary;
  std::string m_unknown;
};

}  // namespace headlight
