#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/encoding.h"
#include "core/text/pipeline/pipeline.h"

namespace headlight {

/// `text` with nothing invisible in it but blanks: line feeds as ↵, tabs as ⇥, other controls and format characters by
/// symbol or number; a mark that would stand on nothing gets a dotted circle.
std::string visibleText(std::string_view text);

/// What a person reads for the tokens of one vocabulary: bytes and marks turned into characters, "##" left out, blanks
/// kept. Immutable.
class TokenDisplay {
 public:
  explicit TokenDisplay(const Pipeline& pipeline);

  /// For one token alone; bytes that are no whole character are shown as ⟨C3⟩.
  std::string of(std::uint32_t id) const;
  /// Tokenizer::goesOn().
  bool goesOn(std::uint32_t before, std::uint32_t id) const;
  /// Fills in `display` of every token; the parts of a character that lies in several tokens are shown as "é 1/2".
  void fill(std::vector<Token>& tokens) const;

 private:
  /// The bytes that a token stands for, before anything is made visible.
  std::string bytesOf(std::uint32_t id) const;
  std::string bytesOf(std::string_view token) const;

  const Pipeline& m_pipeline;
  bool m_byteLevel = false, m_byteFallback = false;
  bool m_wholeWords = false;  // A text is its tokens with spaces between them.
  std::string m_prefix, m_mark, m_suffix;
  std::vector<std::string> m_known;  // by id
  std::vector<bool> m_isPartial;     // its bytes are not whole characters
};

}  // namespace headlight
