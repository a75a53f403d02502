#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/text/models/bpe.h"
#include "core/text/models/byte_trie.h"
#include "core/text/models/piece_token.h"
#include "core/text/models/sentencepiece_model.h"
#include "core/text/models/unigram.h"
#include "core/text/models/vocabulary.h"

namespace headlight {

/// A SentencePiece model (unigram or BPE) that cuts text as SentencePiece itself does, with the ids of another
/// vocabulary: a piece, or a run of unknown characters, that this vocabulary lacks is the unknown token.
class RenumberedPieces {
 public:
  /// Throws Error when `vocabulary` lacks `unknown` or the model holds what is not computed (unused pieces of BPE).
  RenumberedPieces(const SentencePieceModel& model, Vocabulary vocabulary, std::string_view unknown);

  const Vocabulary& vocabulary() const { return m_vocabulary; }
  std::uint32_t unknownId() const { return m_unknown; }
  /// Appends the tokens of `piece`.
  void tokenize(std::string_view piece, std::vector<PieceToken>& out) const;

 private:
  void cut(std::string_view piece, std::uint32_t shift, std::vector<PieceToken>& out) const;

  Vocabulary m_vocabulary;
  std::uint32_t m_unknown = 0;
  std::uint32_t m_unknownPiece = 0;
  std::vector<std::uint32_t> m_ids;  // of each piece
  std::variant<Bpe, Unigram> m_cutter;
  ByteTrie m_whole;  // pieces that BPE never joins with what is around them
};

}  // namespace headlight
