#include "core/text/files/tokenizer_config.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/files/json_file.h"
#include "core/text/files/json_parts.h"
#include "core/text/models/vocabulary.h"

namespace headlight {

namespace {

/// A special token that is written as a string or as an object.
NamedToken readNamed(const JsonNode& node) {
  return node.isString() ? NamedToken(std::string(node.string())) : NamedToken(readAddedToken(node));
}

std::vector<NamedToken> readNamedList(const JsonNode& node) {
  std::vector<NamedToken> tokens;
  std::size_t index = 0;
  for (const simdjson::dom::element element : node.array())
    tokens.push_back(readNamed(node.element(element, index++)));
  return tokens;
}

std::uint32_t idOfKey(const JsonNode& token, std::string_view key) {
  std::uint32_t id = 0;
  for (const char c : key) {
    if (c < '0' || c > '9' || key.size() > 9) throw token.wrong("an id as the key");
    id = id * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return id;
}

}  // namespace

TokenizerConfig::TokenizerConfig(const std::filesystem::path& folder) {
  const std::filesystem::path settings = folder / "tokenizer_config.json", model = folder / "config.json";
  if (isFile(settings)) readTokenizerConfig(settings);
  if (!m_hasDecoder) {
    if (const auto file = folder / "special_tokens_map.json"; isFile(file)) readSpecialTokensMap(file);
    if (const auto file = folder / "added_tokens.json"; isFile(file)) readAddedTokens(file);
  }
  if (isFile(model)) {
    const JsonFile json(model);
    m_modelType = json.root().stringOr("model_type", "");
    if (m_tokenizerClass.empty()) m_tokenizerClass = json.root().stringOr("tokenizer_class", "");
  }
  m_isThere = isFile(settings) || isFile(model);
}

std::optional<bool> TokenizerConfig::flag(std::string_view key) const {
  const auto found = m_settings.find(key);
  if (found == m_settings.end()) return std::nullopt;
  return std::visit(
      [](const auto& said) {
        using Said = std::decay_t<decltype(said)>;
        if constexpr (std::is_same_v<Said, std::monostate>)
          return false;
        else if constexpr (std::is_same_v<Said, std::string>)
          return !said.empty();
        else
          return said != Said();
      },
      found->second);
}

std::optional<bool> TokenizerConfig::flagUnlessNull(std::string_view key) const {
  const auto found = m_settings.find(key);
  const bool isNull = found != m_settings.end() && std::holds_alternative<std::monostate>(found->second);
  return isNull ? std::nullopt : flag(key);
}

std::size_t TokenizerConfig::naturalOr(std::string_view key, std::size_t otherwise) const {
  constexpr double kMost = 100'000;
  const auto number = value<double>(key);
  return number ? static_cast<std::size_t>(std::clamp(*number, 0.0, kMost)) : otherwise;
}

void TokenizerConfig::setRole(std::string_view role, std::optional<NamedToken> token) {
  const auto known = std::find_if(m_roles.begin(), m_roles.end(), [role](const auto& r) { return r.first == role; });
  if (known == m_roles.end()) {
    m_roles.emplace_back(role, std::move(token));
  } else {
    known->second = std::move(token);
  }
}

void TokenizerConfig::readTokenizerConfig(const std::filesystem::path& file) {
  const JsonFile json(file);
  const JsonNode& root = json.root();
  for (const auto member : root.object()) {
    const JsonNode node = root.member(member.value, member.key);
    const std::string_view key = member.key;
    bool flag = false;
    double number = 0;
    // A null under add_bos_token is a flag, a text there a token as elsewhere: so the library takes them.
    const bool isNullRole = node.isNull() && !key.starts_with("add_");
    if (key.ends_with("_token") && (node.isString() || isNullRole || (node.isObject() && node.find("content")))) {
      setRole(key, node.isNull() ? std::nullopt : std::optional(readNamed(node)));
    } else if (node.isNull()) {
      m_settings[std::string(key)] = std::monostate();
    } else if (node.isString()) {
      m_settings[std::string(key)] = std::string(node.string());
    } else if (node.value().get(flag) == simdjson::SUCCESS) {
      m_settings[std::string(key)] = flag;
    } else if (node.value().get(number) == simdjson::SUCCESS) {
      m_settings[std::string(key)] = number;
    }
  }
  m_tokenizerClass = root.stringOr("tokenizer_class", "");
  const auto additional = root.find("additional_special_tokens"), extra = root.find("extra_special_tokens");
  if (additional && additional->isArray()) m_extra = readNamedList(*additional);
  if (extra && extra->isArray() && (!m_extra || extra->array().size() > 0)) m_extra = readNamedList(*extra);
  if (extra && extra->isObject()) {
    for (const auto member : extra->object()) setRole(member.key, readNamed(extra->member(member.value, member.key)));
  }
  if (const auto node = root.find("added_tokens_decoder")) {
    m_hasDecoder = true;
    for (const auto member : node->object()) {
      const JsonNode token = node->member(member.value, member.key);
      m_addedTokens[idOfKey(token, member.key)] = readAddedToken(token);
    }
  }
}

void TokenizerConfig::readSpecialTokensMap(const std::filesystem::path& file) {
  const JsonFile json(file);
  const JsonNode& root = json.root();
  for (const auto member : root.object()) {
    const JsonNode node = root.member(member.value, member.key);
    if (member.key == "additional_special_tokens" && node.isArray()) {
      m_additional = readNamedList(node);
    } else if (member.key == "extra_special_tokens" && node.isArray()) {
      std::vector<NamedToken> tokens = m_extra.value_or(std::vector<NamedToken>());
      for (NamedToken& token : readNamedList(node)) {
        token.special = true;
        if (std::none_of(tokens.begin(), tokens.end(), [&](const auto& t) { return t.content == token.content; }))
          tokens.push_back(std::move(token));
      }
      m_extra = std::move(tokens);
    } else if (std::string_view(member.key).ends_with("_token") && (node.isString() || node.isObject())) {
      NamedToken token = readNamed(node);
      token.special = true;
      setRole(member.key, std::move(token));
    }
  }
}

void TokenizerConfig::readAddedTokens(const std::filesystem::path& file) {
  const JsonFile json(file);
  const std::vector<NamedToken> extra = m_extra.value_or(std::vector<NamedToken>());
  const auto isSpecial = [&](std::string_view content) {
    return std::any_of(m_roles.begin(), m_roles.end(),
                       [&](const auto& role) { return role.second && role.second->content == content; }) ||
           std::any_of(extra.begin(), extra.end(), [&](const auto& token) { return token.content == content; });
  };
  for (const auto member : json.root().object()) {
    const JsonNode id = json.root().member(member.value, member.key);
    AddedToken token;
    token.content = std::string(member.key);
    token.special = isSpecial(member.key);
    token.normalized = !token.special;
    m_addedTokens[static_cast<std::uint32_t>(id.natural(Vocabulary::kLargestId))] = std::move(token);
  }
}

}  // namespace headlight
