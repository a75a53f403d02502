#pragma once

#include <optional>
#include <vector>

#include "core/text/encoding.h"
#include "core/text/token_groups.h"

namespace headlight {

/// One place of an alignment: the token of A, of B, or of both.
struct AlignedPair {
  std::optional<Index> a, b;
  bool operator==(const AlignedPair&) const = default;
};

/// Whether two tokens are the same piece of a vocabulary, wherever they stand.
bool isSameToken(const Token& a, const Token& b);

/// The shortest edit from A's tokens to B's (Myers 1986): equal tokens pair up in order, the others are deletions or
/// insertions. Texts that differ in thousands of tokens are aligned piece by piece, each as short as can be. A deletion
/// followed by an insertion stays two places, so that nothing different is laid over each other.
std::vector<AlignedPair> alignTokens(const std::vector<Token>& a, const std::vector<Token>& b);

/// For two tokenizations of the same text: groups on both sides that cover the same characters, as small as possible,
/// so that they can be compared one to one. Added tokens pair up with each other where both sides have them, and alone
/// otherwise.
struct CommonGroups {
  std::vector<TokenGroup> a, b;    ///< Groups that cover each side.
  std::vector<AlignedPair> pairs;  ///< Which group of A belongs to which of B.
};
CommonGroups alignCharacters(const std::vector<Token>& a, const std::vector<Token>& b);

}  // namespace headlight
