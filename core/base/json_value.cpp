#include "core/base/json_value.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace headlight {

std::string shortText(const nlohmann::json& value) {
  std::string text = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (text.size() <= 60) return text;
  std::size_t end = 60;
  while ((static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  return text.substr(0, end) + "…";
}

void JsonValue::fail(const std::string& expected) const {
  throw Error(place() + ": expected " + expected + ", found " + shortText(*m_value));
}

std::string JsonValue::text() const {
  if (!m_value->is_string()) fail("a text");
  return m_value->get<std::string>();
}

bool JsonValue::flag() const {
  if (!m_value->is_boolean()) fail("true or false");
  return m_value->get<bool>();
}

double JsonValue::number() const {
  constexpr double kMost = std::numeric_limits<double>::max();
  return number(-kMost, kMost, "a number");
}

double JsonValue::number(double least, double most, const std::string& expected) const {
  if (!m_value->is_number() || !(m_value->get<double>() >= least && m_value->get<double>() <= most)) fail(expected);
  return m_value->get<double>();
}

std::int64_t JsonValue::integer() const {
  const bool fits = m_value->is_number_integer() &&
                    (!m_value->is_number_unsigned() ||
                     m_value->get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<std::int64_t>::max()});
  if (!fits) fail("a whole number");
  return m_value->get<std::int64_t>();
}

bool JsonValue::isList() const { return m_value->is_array(); }

std::vector<JsonValue> JsonValue::list(const std::string& expected, std::size_t most) const {
  if (!isList()) fail(expected);
  if (m_value->size() > most)
    throw Error(place() + ": expected " + expected + " of at most " + std::to_string(most) + ", found " +
                std::to_string(m_value->size()));
  std::vector<JsonValue> all(m_value->size(), JsonValue(*m_value, place()));
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].m_value = &(*m_value)[i];
    all[i].m_number = i;
  }
  return all;
}

std::optional<JsonValue> JsonValue::find(const std::string& key) const {
  if (!m_value->is_object()) fail("an object");
  const auto found = m_value->find(key);
  if (found == m_value->end() || found->is_null()) return {};
  return JsonValue(*found, place() + ": '" + key + "'");
}

JsonValue JsonValue::at(const std::string& key) const {
  if (auto found = find(key)) return *found;
  throw Error(place() + ": '" + key + "' is missing");
}

}  // namespace headlight
