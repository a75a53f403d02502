#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace headlight {

/// A JSON value and its place in a file ("'config.json': 'num_layers'"), read with checks: what is not as expected is
/// an Error that names the place, what was expected and what was found. Valid as long as the value.
class JsonValue {
 public:
  JsonValue(const nlohmann::json& value, std::string place)
      : m_value(&value), m_place(std::make_shared<const std::string>(std::move(place))) {}

  const nlohmann::json& value() const { return *m_value; }
  std::string place() const { return m_number ? *m_place + "[" + std::to_string(*m_number) + "]" : *m_place; }
  /// Throws Error("place: expected …, found …").
  [[noreturn]] void fail(const std::string& expected) const;

  std::string text() const;
  bool flag() const;
  /// A finite number.
  double number() const;
  /// A number from `least` to `most`; `expected` names it in messages.
  double number(double least, double most, const std::string& expected) const;
  /// A whole number of 64 bits with a sign.
  std::int64_t integer() const;
  bool isList() const;
  /// The values of a list of at most `most`; `expected` names the list in messages.
  std::vector<JsonValue> list(const std::string& expected = "a list", std::size_t most = SIZE_MAX) const;
  /// The member `key` of an object; none where it is missing or null.
  std::optional<JsonValue> find(const std::string& key) const;
  /// The same; throws Error where it is missing or null.
  JsonValue at(const std::string& key) const;

 private:
  const nlohmann::json* m_value;
  std::shared_ptr<const std::string> m_place;  ///< Of the list, for a value in one: there may be many.
  std::optional<std::size_t> m_number;         ///< In that list.
};

/// A value as JSON, cut off after some 60 characters.
std::string shortText(const nlohmann::json& value);

}  // namespace headlight
