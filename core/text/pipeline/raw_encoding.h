#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace headlight {

/// A Token on its way through the post-processor; its text lies elsewhere.
struct RawToken {
  std::uint32_t id = 0, typeId = 0;
  std::int64_t start = 0, end = 0;  ///< Code points of its own text.
  std::string_view text;
  std::int32_t word = -1;     ///< −1: none.
  std::int8_t sequence = -1;  ///< −1: added.
  bool special = false, attended = true;
};

/// An Encoding on its way through truncation, post-processor and padding.
struct RawEncoding {
  std::vector<RawToken> tokens;
  std::vector<RawEncoding> overflowing;
  std::size_t whole =
      0;  ///< Of a text of a pair whose longer one is cut: its tokens, those that were not made among them.
};

/// Puts `next` behind `encoding`; every cut-off part of one is joined with the other and with each of its parts.
void append(RawEncoding& encoding, const RawEncoding& next);

}  // namespace headlight
