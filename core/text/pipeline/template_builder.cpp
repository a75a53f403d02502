#include "core/text/pipeline/template_builder.h"

#include "core/base/error.h"

namespace headlight {

std::optional<std::uint32_t> TemplateBuilder::idOf(std::string_view token) const {
  if (const auto id = m_added.idOf(token)) return id;
  const std::uint32_t id = m_vocabulary.idOf(token);
  return id == Vocabulary::kNone ? std::nullopt : std::optional(id);
}

std::optional<std::string> TemplateBuilder::tokenOf(std::uint32_t id) const {
  const auto added = m_added.contentOf(id), token = added ? added : m_vocabulary.tokenOf(id);
  return token ? std::optional(std::string(*token)) : std::nullopt;
}

SpecialToken TemplateBuilder::token(const std::string& text) const {
  if (text.empty())
    throw Error("tokenizer: expected every token that its class puts around a text, found none for " +
                (m_without.empty() ? std::string("one of them") : m_without));
  if (const auto id = idOf(text)) return {text, *id};
  if (const auto id = m_unknown.empty() ? std::nullopt : idOf(m_unknown)) return {m_unknown, *id};
  throw Error("tokenizer: expected the special token '" + text + "' in the vocabulary");
}

std::vector<Template::Part> TemplateBuilder::partsOf(const Items& items) const {
  std::vector<Template::Part> parts;
  for (const auto& [text, typeId] : items) {
    Template::Part part;
    part.typeId = typeId;
    if (text == "$A" || text == "$B") {
      part.sequence = text == "$A" ? 0 : 1;
    } else {
      part.tokens.push_back(token(text));
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

Template TemplateBuilder::build(const Items& single, const Items& pair) const {
  return {partsOf(single), partsOf(pair)};
}

}  // namespace headlight
