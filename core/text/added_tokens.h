#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/byte_trie.h"
#include "core/text/normalizers.h"
#include "core/text/pieces.h"
#include "core/text/vocabulary.h"

namespace headlight {

/// A token that is looked for in the text before the model sees it.
struct AddedToken {
  std::string content;
  bool singleWord = false;          ///< Only between characters that are no word characters.
  bool lstrip = false;              ///< Takes the whitespace in front of it.
  bool rstrip = false;              ///< Takes the whitespace behind it.
  bool normalized = true;           ///< Looked for in the normalized text, in its own normalized form.
  bool special = false;             ///< Left out when decoding skips special tokens.
  std::optional<std::uint32_t> id;  ///< Wished for when the vocabulary lacks the content; else the next free one.
};

/// The added tokens of one tokenizer.
class AddedTokens {
 public:
  AddedTokens() = default;
  /// Ids come from the model's vocabulary, and behind its end for contents that it lacks.
  AddedTokens(const std::vector<AddedToken>& tokens, const Vocabulary& vocabulary, const Normalizer& normalizer);

  /// Cuts `text` into added tokens and the normalized pieces between them.
  void extract(const AlignedText& text, const Normalizer& normalizer, TextArena& arena, std::vector<Piece>& out) const;

  /// The string of an added token as decoding sees it (its normalized form, if it has one).
  std::optional<std::string_view> tokenOf(std::uint32_t id) const;
  std::optional<std::uint32_t> idOf(std::string_view content) const;
  /// The content as it was given.
  std::optional<std::string_view> contentOf(std::uint32_t id) const;
  /// Whether decoding leaves this string out when it skips special tokens.
  bool isSpecialText(std::string_view text) const { return m_specialTexts.contains(std::string(text)); }
  bool isSpecial(std::uint32_t id) const;
  std::uint32_t idBound() const { return m_byId.empty() ? 0 : m_byId.rbegin()->first + 1; }

 private:
  struct Known {
    AddedToken token;
    std::string decoded;  // content or its normalized form
  };
  void split(const AlignedText& text, const ByteTrie& trie, std::vector<Piece>& out) const;

  std::map<std::uint32_t, Known> m_byId;
  std::unordered_map<std::string, std::uint32_t> m_byContent;
  std::unordered_map<std::string, bool> m_specialTexts;
  ByteTrie m_raw, m_normalized;
};

}  // namespace headlight
