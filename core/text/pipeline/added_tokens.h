#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/text/models/byte_trie.h"
#include "core/text/models/pieces.h"
#include "core/text/models/vocabulary.h"
#include "core/text/pipeline/normalizers.h"

namespace headlight {

/// A token that is looked for in the text before the model sees it.
struct AddedToken {
  std::string content;
  bool singleWord = false;  ///< Only between characters that are no word characters.
  bool lstrip = false;      ///< Takes the whitespace in front of it.
  bool rstrip = false;      ///< Takes the whitespace behind it.
  /// Looked for in the normalized text, in its own normalized form; where nothing is said, only special tokens are not.
  std::optional<bool> normalized;
  bool special = false;             ///< Left out when decoding skips special tokens.
  std::optional<std::uint32_t> id;  ///< Where it is said; else that of the vocabulary, or the next free one.

  bool isNormalized() const { return normalized.value_or(!special); }
};

/// A language that a text begins with (">>fra<<"): one token whatever stands between, unknown where the vocabulary
/// lacks it.
struct LanguageCode {
  std::string open, close;
  std::uint32_t unknown = 0;
};

/// How added tokens are found in a text.
struct AddedTokenRules {
  bool cutSpecial = false;  ///< Special ones that a text spells are cut like other text.
  bool cutAll = false;      ///< So are all others.
  std::optional<LanguageCode> languageCode = {};
  std::optional<std::uint32_t> firstFree = {};  ///< The id of the first that the vocabulary lacks; else its size.
};

/// The added tokens of one tokenizer.
class AddedTokens {
 public:
  AddedTokens() = default;
  /// Adds one token after the other: ids come from the model's vocabulary, and behind its end for contents that it
  /// lacks; a content that is added again takes over what the later one says.
  AddedTokens(const std::vector<AddedToken>& tokens, const Vocabulary& vocabulary, const Normalizer& normalizer,
              AddedTokenRules rules = {});

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
  /// Takes a language off the beginning of `text`.
  void takeLanguage(AlignedText& text, std::vector<Piece>& out) const;

  std::map<std::uint32_t, Known> m_byId;
  std::unordered_map<std::string, std::uint32_t> m_byContent;
  std::unordered_set<std::string> m_specialTexts;
  ByteTrie m_raw, m_normalized;
  AddedTokenRules m_rules;
  std::unordered_map<std::string, std::uint32_t> m_languages;
};

}  // namespace headlight
