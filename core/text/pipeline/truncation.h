#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/text/pipeline/raw_encoding.h"

namespace headlight {

/// Cutting encodings down to a length.
struct Truncation {
  enum class Strategy { LongestFirst, OnlyFirst, OnlySecond };
  std::size_t maxLength = 512, stride = 0;
  Strategy strategy = Strategy::LongestFirst;
  bool fromLeft = false;  ///< Cuts off the beginning instead of the end.
};

/// Filling encodings up to a length.
struct Padding {
  std::size_t fixedLength = 0;  ///< 0: that of the longest encoding of the batch.
  std::size_t multipleOf = 0;   ///< 0: any.
  bool onLeft = false;
  std::uint32_t id = 0, typeId = 0;
  std::string token = "[PAD]";
};

/// Cuts one encoding or the two of a pair so that `reserved` more tokens have room. Throws Error when that cannot be
/// done.
void truncate(std::vector<RawEncoding>& encodings, const Truncation& truncation, std::size_t reserved);

/// Fills up `encoding` and its cut-off parts to `length` (see paddedLength).
void pad(RawEncoding& encoding, const Padding& padding, std::size_t length);
/// The length to which `longest` tokens are filled up.
std::size_t paddedLength(const Padding& padding, std::size_t longest);

}  // namespace headlight
