#pragma once

#include <cstdint>
#include <vector>

#include "core/text/unicode/aligned_text.h"

namespace headlight {

/// A part of a text that a model turns into tokens on its own, or an added token found in it.
struct Piece {
  static constexpr std::int64_t kNone = -1;
  AlignedText text;
  std::int64_t addedId = kNone;  ///< The added token's id.

  bool isAdded() const { return addedId != kNone; }
};

/// What becomes of the matches when a text is split at them ("the-final--cut", "-"):
enum class SplitBehaviour {
  Removed,             ///< the | final | cut
  Isolated,            ///< the | - | final | - | - | cut
  MergedWithPrevious,  ///< the- | final- | - | cut
  MergedWithNext,      ///< the | -final | - | -cut
  Contiguous           ///< the | - | final | -- | cut
};

/// A stretch of a text between or at matches.
struct Cut {
  std::uint32_t start = 0, end = 0;
  bool isMatch = false;
};

/// The stretches that cover a text of `size` bytes, given its matches in order.
void cutsOf(const std::vector<ByteRange>& matches, std::size_t size, std::vector<Cut>& cuts);
/// Appends the parts of `text` that `behaviour` makes of `cuts` (which it uses up); empty ones are left out.
void splitAt(std::vector<Cut>& cuts, SplitBehaviour behaviour, const AlignedText& text, std::vector<Piece>& out);

}  // namespace headlight
