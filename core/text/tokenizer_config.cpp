#include "core/text/tokenizer_config.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/json_file.h"
#include "core/text/json_parts.h"
#include "core/text/vocabulary.h"

namespace headlight {

namespace {

constexpr const char* kRoles[] = {"bos_token", "eos_token", "unk_token", "sep_token",
                                  "pad_token", "cls_token", "mask_token"};

/// A special token that is written as a string or as an object.
AddedToken readSpecial(const JsonNode& node) {
  AddedToken token;
  if (node.isString()) {
    token.content = std::string(node.string());
  } else {
    token = readAddedToken(node);
  }
  token.normalized = false;
  token.special = true;
  return token;
}

/// "XLMRobertaTokenizerFast" → "xlmroberta", "xlm-roberta" → "xlmroberta"
std::string familyOf(std::string_view name) {
  std::string family;
  for (const char c : name) {
    if (c == '-' || c == '_') continue;
    family.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  for (const std::string_view ending : {"fast", "tokenizer"}) {
    if (family.ends_with(ending)) family.resize(family.size() - ending.size());
  }
  return family;
}

}  // namespace

TokenizerConfig::TokenizerConfig(const std::filesystem::path& folder) {
  // Later files win: the map of special tokens is what is written last when a tokenizer is saved.
  for (const char* name : {"tokenizer_config.json", "special_tokens_map.json"}) {
    if (isFile(folder / name)) readConfig(folder / name, std::string_view(name) == "tokenizer_config.json");
  }
  if (isFile(folder / "added_tokens.json")) {
    const JsonFile json(folder / "added_tokens.json");
    for (const auto member : json.root().object()) {
      const JsonNode id = json.root().member(member.value, member.key);
      AddedToken token;
      token.content = std::string(member.key);
      m_byId.try_emplace(static_cast<std::uint32_t>(id.natural(Vocabulary::kLargestId)), std::move(token));
    }
  }
  if (m_family.empty() && isFile(folder / "config.json")) {
    const JsonFile json(folder / "config.json");
    m_family = familyOf(json.root().stringOr("tokenizer_class", json.root().stringOr("model_type", "")));
  }
}

void TokenizerConfig::readConfig(const std::filesystem::path& file, bool isTokenizerConfig) {
  const JsonFile json(file);
  const JsonNode& root = json.root();
  for (const char* role : kRoles) {
    if (const auto node = root.find(role); node && (node->isString() || node->isObject()))
      m_roles[role] = readSpecial(*node);
  }
  if (const auto node = root.find("additional_special_tokens"); node && node->isArray()) {
    m_additional.clear();
    std::size_t index = 0;
    for (const simdjson::dom::element element : node->array())
      m_additional.push_back(readSpecial(node->element(element, index++)));
  }
  if (!isTokenizerConfig) return;
  if (const auto node = root.find("tokenizer_class"); node && node->isString()) m_family = familyOf(node->string());
  for (const auto member : root.object()) {
    bool flag = false;
    if (member.value.get(flag) == simdjson::SUCCESS) m_options[std::string(member.key)] = flag;
  }
  if (const auto node = root.find("added_tokens_decoder")) {
    for (const auto member : node->object()) {
      const JsonNode token = node->member(member.value, member.key);
      std::uint32_t id = 0;
      for (const char c : member.key) {
        if (c < '0' || c > '9' || member.key.size() > 9) throw token.wrong("an id as the key");
        id = id * 10 + static_cast<std::uint32_t>(c - '0');
      }
      m_byId[id] = readAddedToken(token);
    }
  }
}

bool TokenizerConfig::isOneOf(std::initializer_list<std::string_view> families) const {
  return std::find(families.begin(), families.end(), m_family) != families.end();
}

std::optional<bool> TokenizerConfig::option(std::string_view key) const {
  const auto found = m_options.find(key);
  return found == m_options.end() ? std::nullopt : std::optional<bool>(found->second);
}

std::optional<std::string> TokenizerConfig::token(const std::string& role) const {
  const auto found = m_roles.find(role);
  return found == m_roles.end() ? std::nullopt : std::optional<std::string>(found->second.content);
}

std::string TokenizerConfig::token(const std::string& role, std::string_view otherwise) const {
  return token(role).value_or(std::string(otherwise));
}

std::vector<AddedToken> TokenizerConfig::addedTokens(
    const std::vector<std::pair<std::string, std::string>>& defaults) const {
  std::vector<AddedToken> tokens;
  const auto add = [&tokens](const AddedToken& token) {
    const bool known =
        std::any_of(tokens.begin(), tokens.end(), [&](const AddedToken& t) { return t.content == token.content; });
    if (!known && !token.content.empty()) tokens.push_back(token);
  };
  const auto isSpecial = [this](const std::string& content) {
    return std::any_of(m_roles.begin(), m_roles.end(),
                       [&](const auto& role) { return role.second.content == content; }) ||
           std::any_of(m_additional.begin(), m_additional.end(),
                       [&](const AddedToken& t) { return t.content == content; });
  };
  for (const auto& [id, token] : m_byId) {
    AddedToken numbered = token;
    numbered.id = id;
    if (isSpecial(token.content)) {
      numbered.special = true;
      numbered.normalized = false;
    }
    add(numbered);
  }
  for (const char* role : kRoles) {
    if (const auto found = m_roles.find(role); found != m_roles.end()) {
      add(found->second);
      continue;
    }
    for (const auto& [name, content] : defaults) {
      if (name != role) continue;
      AddedToken token;
      token.content = content;
      token.normalized = false;
      token.special = true;
      add(token);
    }
  }
  for (const AddedToken& token : m_additional) add(token);
  return tokens;
}

}  // namespace headlight
