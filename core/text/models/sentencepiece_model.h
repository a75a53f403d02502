#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headlight {

/// What a SentencePiece .model file says, as far as tokenizing needs it.
struct SentencePieceModel {
  enum class Kind { Unigram = 1, Bpe = 2, Word = 3, Char = 4 };
  enum class PieceType { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4, Unused = 5, Byte = 6 };
  struct Piece {
    std::string text;
    float score = 0;
    PieceType type = PieceType::Normal;
  };

  Kind kind = Kind::Unigram;
  std::vector<Piece> pieces;  ///< In the order of their ids.
  bool byteFallback = false;
  int unknownId = 0, bosId = 1, eosId = 2, padId = -1;
  std::string unknownPiece = "<unk>", bosPiece = "<s>", eosPiece = "</s>", padPiece = "<pad>";
  std::string charsmap;  ///< Bytes of the precompiled normalization, may be empty.
  bool addDummyPrefix = true, removeExtraWhitespaces = true, escapeWhitespaces = true;
};

/// Reads the protocol-buffer message; `name` stands in front of messages. Throws Error when truncated or no such
/// model.
SentencePieceModel parseSentencePieceModel(std::string_view bytes, const std::string& name);

}  // namespace headlight
