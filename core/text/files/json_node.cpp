#include "core/text/files/json_node.h"

#include "core/text/utf8.h"

namespace headlight {

std::string JsonNode::found() const {
  switch (m_value.type()) {
    case simdjson::dom::element_type::ARRAY:
      return "an array";
    case simdjson::dom::element_type::OBJECT:
      return "an object";
    default: {
      std::string text = simdjson::minify(m_value);
      if (text.size() > 60) {
        std::size_t cut = 57;
        while (cut > 0 && utf8::continues(text[cut])) --cut;
        text = text.substr(0, cut) + "...";
      }
      return text;
    }
  }
}

Error JsonNode::wrong(std::string_view expected) const {
  return Error(m_place + (m_place.empty() || m_place.ends_with(": ") ? "" : ": ") + "expected " +
               std::string(expected) + ", found " + found());
}

JsonNode JsonNode::member(simdjson::dom::element value, std::string_view key) const {
  // The document's own place ends with ": ", as the file's name does.
  const bool top = m_place.ends_with(": ");
  return {value, m_place + (top || m_place.empty() ? "" : ".") + std::string(key)};
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const {
  simdjson::dom::object members;
  if (m_value.get(members) != simdjson::SUCCESS) return std::nullopt;
  std::optional<simdjson::dom::element> value;
  for (const auto each : members) {
    if (each.key == key) value = each.value;
  }
  if (!value || value->is_null()) return std::nullopt;
  return member(*value, key);
}

JsonNode JsonNode::at(std::string_view key) const {
  if (auto found = find(key)) return *found;
  const bool top = m_place.empty() || m_place.ends_with(": ");
  throw Error((top ? m_place : m_place + ": ") + "expected the key \"" + std::string(key) + "\"");
}

simdjson::dom::object JsonNode::object() const {
  simdjson::dom::object members;
  if (m_value.get(members) != simdjson::SUCCESS) throw wrong("an object");
  return members;
}

simdjson::dom::array JsonNode::array() const {
  simdjson::dom::array elements;
  if (m_value.get(elements) != simdjson::SUCCESS) throw wrong("an array");
  return elements;
}

std::string_view JsonNode::string() const {
  std::string_view text;
  if (m_value.get(text) != simdjson::SUCCESS) throw wrong("a string");
  return text;
}

bool JsonNode::boolean() const {
  bool flag = false;
  if (m_value.get(flag) != simdjson::SUCCESS) throw wrong("true or false");
  return flag;
}

double JsonNode::number() const {
  double value = 0;
  if (m_value.get(value) != simdjson::SUCCESS) throw wrong("a number");
  return value;
}

std::uint64_t JsonNode::natural(std::uint64_t largest) const {
  std::uint64_t value = 0;
  if (m_value.get(value) != simdjson::SUCCESS || value > largest) {
    throw wrong("a whole number from 0 to " + std::to_string(largest));
  }
  return value;
}

std::string_view JsonNode::character() const {
  const std::string_view text = string();
  if (text.empty() || utf8::lengthFrom(text[0]) != text.size()) throw wrong("one character");
  return text;
}

std::string_view JsonNode::stringOr(std::string_view key, std::string_view otherwise) const {
  const auto found = find(key);
  return found ? found->string() : otherwise;
}

bool JsonNode::booleanOr(std::string_view key, bool otherwise) const {
  const auto found = find(key);
  return found ? found->boolean() : otherwise;
}

}  // namespace headlight
