#include "core/text/template_builder.h"

#include "core/base/error.h"

namespace headlight {

bool TemplateBuilder::knows(std::string_view token) const {
  return m_added.idOf(token) || m_vocabulary.idOf(token) != Vocabulary::kNone;
}

SpecialToken TemplateBuilder::token(const std::string& text) const {
  if (const auto id = m_added.idOf(text)) return {text, *id};
  const std::uint32_t id = m_vocabulary.idOf(text);
  if (id == Vocabulary::kNone) throw Error("tokenizer: expected the special token '" + text + "' in the vocabulary");
  return {text, id};
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
