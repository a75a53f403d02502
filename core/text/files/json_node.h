#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace headlight {

/// A value in a JSON document that knows its place, so that every mistake can be named: "tokenizer.json: model.vocab:
/// expected an object, found null". Valid as long as its document.
class JsonNode {
 public:
  JsonNode(simdjson::dom::element value, std::string place) : m_value(value), m_place(std::move(place)) {}

  const simdjson::dom::element& value() const { return m_value; }
  const std::string& place() const { return m_place; }
  bool isNull() const { return m_value.is_null(); }
  bool isObject() const { return m_value.is_object(); }
  bool isArray() const { return m_value.is_array(); }
  bool isString() const { return m_value.is_string(); }

  /// The error "place: expected …, found …".
  Error wrong(std::string_view expected) const;

  /// The member `key`, the last of several, if this is an object that has it and it is not null.
  std::optional<JsonNode> find(std::string_view key) const;
  /// The member `key`; throws Error when it is missing or null.
  JsonNode at(std::string_view key) const;

  simdjson::dom::object object() const;
  simdjson::dom::array array() const;
  std::string_view string() const;
  bool boolean() const;
  double number() const;
  /// A whole number from 0 to `largest`.
  std::uint64_t natural(std::uint64_t largest = 0x7FFFFFFE) const;
  /// A string of exactly one character.
  std::string_view character() const;

  std::string_view stringOr(std::string_view key, std::string_view otherwise) const;
  bool booleanOr(std::string_view key, bool otherwise) const;

  JsonNode element(simdjson::dom::element value, std::size_t index) const {
    return {value, m_place + "[" + std::to_string(index) + "]"};
  }
  JsonNode member(simdjson::dom::element value, std::string_view key) const;

 private:
  std::string found() const;

  simdjson::dom::element m_value;
  std::string m_place;
};

}  // namespace headlight
