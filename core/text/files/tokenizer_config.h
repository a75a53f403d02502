#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/text/pipeline/added_tokens.h"

namespace headlight {

/// A special token as a settings file names it.
struct NamedToken : AddedToken {
  bool plain = true;  ///< Only its string was given: the class decides how it is looked for.

  NamedToken() { special = true; }
  explicit NamedToken(std::string text) : NamedToken() { content = std::move(text); }
  /// A token whose flags are said.
  explicit NamedToken(AddedToken token) : AddedToken(std::move(token)), plain(false) {}
};

/// What the files beside a vocabulary say about it: tokenizer_config.json; special_tokens_map.json and
/// added_tokens.json, which count only where tokenizer_config.json has no added_tokens_decoder; config.json for the
/// kind of model.
class TokenizerConfig {
 public:
  /// Reads what there is in `folder`; throws Error when one of them is wrong.
  explicit TokenizerConfig(const std::filesystem::path& folder);

  /// tokenizer_class of tokenizer_config.json, else that of config.json; empty when neither says it.
  const std::string& tokenizerClass() const { return m_tokenizerClass; }
  /// model_type of config.json.
  const std::string& modelType() const { return m_modelType; }
  /// Whether there is a tokenizer_config.json or a config.json at all.
  bool isThere() const { return m_isThere; }

  /// Whether `key` has a value, null included.
  bool says(std::string_view key) const { return m_settings.contains(key); }
  /// A true-or-false setting, if it is said: null, 0 and "" are false as in the library's own conditions, other numbers
  /// and texts true.
  std::optional<bool> flag(std::string_view key) const;
  bool flagOr(std::string_view key, bool otherwise) const { return flag(key).value_or(otherwise); }
  /// The same of a setting whose null says nothing.
  std::optional<bool> flagUnlessNull(std::string_view key) const;
  /// A whole number from 0 to 100,000, the nearest to the one that is said.
  std::size_t naturalOr(std::string_view key, std::size_t otherwise) const;
  std::optional<std::string> text(std::string_view key) const { return value<std::string>(key); }

  /// The special tokens that have a role: "bos_token" … "mask_token" and those that only this tokenizer has. Empty
  /// where the file says null.
  const std::vector<std::pair<std::string, std::optional<NamedToken>>>& roles() const { return m_roles; }
  /// extra_special_tokens, or additional_special_tokens under its newer name.
  const std::optional<std::vector<NamedToken>>& extra() const { return m_extra; }
  /// additional_special_tokens of special_tokens_map.json.
  const std::optional<std::vector<NamedToken>>& additional() const { return m_additional; }
  /// added_tokens_decoder, by id.
  const std::map<std::uint32_t, AddedToken>& addedTokens() const { return m_addedTokens; }
  /// Whether tokenizer_config.json has an added_tokens_decoder; without one the tokens of tokenizer.json take its
  /// place.
  bool hasAddedTokensDecoder() const { return m_hasDecoder; }

 private:
  using Setting = std::variant<std::monostate, bool, double, std::string>;

  template <typename T>
  std::optional<T> value(std::string_view key) const {
    const auto found = m_settings.find(key);
    if (found == m_settings.end()) return std::nullopt;
    const T* held = std::get_if<T>(&found->second);
    return held ? std::optional<T>(*held) : std::nullopt;
  }
  void readTokenizerConfig(const std::filesystem::path& file);
  void readSpecialTokensMap(const std::filesystem::path& file);
  void readAddedTokens(const std::filesystem::path& file);
  void setRole(std::string_view role, std::optional<NamedToken> token);

  std::string m_tokenizerClass, m_modelType;
  bool m_isThere = false, m_hasDecoder = false;
  std::map<std::string, Setting, std::less<>> m_settings;
  std::vector<std::pair<std::string, std::optional<NamedToken>>> m_roles;
  std::optional<std::vector<NamedToken>> m_extra, m_additional;
  std::map<std::uint32_t, AddedToken> m_addedTokens;
};

}  // namespace headlight
