#pragma once

#include <functional>

#include "core/analysis/alignment.h"
#include "ui/state/panel_lens.h"

namespace headlight {

/// What two rows of tokens have in common before they are laid beside each other.
enum class AlignmentBasis {
  SameTokenizer,  ///< Equal pieces of text are equal tokens.
  SameText,       ///< Other tokens over the same characters.
  Neither,        ///< Other tokens over another text.
};

/// Two rows of tokens laid beside each other.
struct SideBySide {
  std::vector<TokenGroup> a, b;    ///< The groups to be compared; each covers its side.
  std::vector<AlignedPair> pairs;  ///< Which group of A belongs to which of B; insertions and deletions alone.
};

/// By a diff of the tokens, over the characters, or by a diff of the words whatever their case.
SideBySide alignSides(const std::vector<Token>& a, const std::vector<Token>& b, AlignmentBasis kinship);

/// From the tokens of A to those of B.
TokenLink linkOf(const SideBySide& sides);

/// Two sights over the same places.
struct AlignedSides {
  LensResult a, b;
  SideBySide beside;
  std::shared_ptr<const AttentionMaps> mapsA, mapsB;  ///< NaN in gaps; B's under A's numbers of heads.
  std::function<HeadId(HeadId)> headOfB;              ///< The head of B for a head of A.

  /// Whether every token of either side has a place of its own, with a token of the other.
  bool samePlaces() const;
};

/// Lays two sights beside each other; the head of B for a head of A is `headOfB`.
AlignedSides aligned(LensResult a, LensResult b, AlignmentBasis kinship, const std::function<HeadId(HeadId)>& headOfB);

/// A − B cell for cell over the places of both; NaN where one side has a gap. Its tokens are linked as A's are.
LensResult difference(const AlignedSides& sides);

}  // namespace headlight
