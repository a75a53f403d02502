#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/unicode/aligned_text.h"

namespace headlight {

/// SentencePiece's precompiled normalization: a double-array trie from strings to their replacements.
class Charsmap {
 public:
  /// Reads the bytes of `precompiled_charsmap` (already out of base64); throws Error when they are not one.
  explicit Charsmap(std::string_view bytes);
  /// Reads the base64 text of tokenizer.json.
  static Charsmap fromBase64(std::string_view text);

  /// Replaces what the map knows, for each grapheme cluster of fewer than six bytes as a whole, otherwise for each
  /// character.
  AlignedText normalize(const AlignedText& text, TextArena& arena) const;
  /// Replaces the longest entry at each place, as SentencePiece itself does.
  AlignedText normalizeLongest(const AlignedText& text, TextArena& arena) const;

 private:
  enum class Wanted { Shortest, Longest };
  /// The replacement of an entry that `text` begins with and the bytes of that entry; 0 when there is none.
  std::size_t find(std::string_view text, std::string_view& replacement, Wanted wanted = Wanted::Shortest) const;
  /// Appends what becomes of the characters of `window`; false when something was removed that hangs on no character.
  bool changesOf(std::string_view window, std::vector<CharChange>& changes) const;

  std::vector<std::uint32_t> m_units;
  std::string m_replacements;       // each ends with NUL
  std::array<bool, 128> m_plain{};  // ASCII characters that stay
};

}  // namespace headlight
