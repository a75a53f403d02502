#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/added_tokens.h"

namespace headlight {

/// What the files beside a vocabulary say about it: tokenizer_config.json, special_tokens_map.json, added_tokens.json,
/// and config.json for the kind of model.
class TokenizerConfig {
 public:
  /// Reads what there is in `folder`; throws Error when one of them is wrong.
  explicit TokenizerConfig(const std::filesystem::path& folder);

  /// The family in lower case ("bert", "llama", "xlmroberta"), from tokenizer_class or model_type; empty when unknown.
  const std::string& family() const { return m_family; }
  bool isOneOf(std::initializer_list<std::string_view> families) const;

  /// A true-or-false option, if it is said.
  std::optional<bool> option(std::string_view key) const;
  bool optionOr(std::string_view key, bool otherwise) const { return option(key).value_or(otherwise); }
  /// The string of a special token ("mask_token"), or `otherwise`.
  std::string token(const std::string& role, std::string_view otherwise) const;
  std::optional<std::string> token(const std::string& role) const;

  /// All added tokens that the files name, by id where they say one, then the special ones in the order of their roles.
  /// Tokens of `defaults` come with them when nothing else is said of their role.
  std::vector<AddedToken> addedTokens(const std::vector<std::pair<std::string, std::string>>& defaults) const;

 private:
  void readConfig(const std::filesystem::path& file, bool isTokenizerConfig);

  std::string m_family;
  std::map<std::string, bool, std::less<>> m_options;
  std::map<std::string, AddedToken> m_roles;  // "mask_token" → …
  std::map<std::uint32_t, AddedToken> m_byId;
  std::vector<AddedToken> m_additional;
};

}  // namespace headlight
