#include "core/checkpoint/gguf/gguf_metadata.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

#include "core/base/error.h"

namespace headlight {
namespace {

template <typename T>
T numberAt(const std::byte* at) {
  T value;
  std::memcpy(&value, at, sizeof(value));
  return value;
}

/// A whole number of any width; none for other types and for what 64 bits with a sign do not hold.
std::optional<std::int64_t> wholeAt(GgufType type, const std::byte* at) {
  switch (type) {
    case GgufType::U8:
      return numberAt<std::uint8_t>(at);
    case GgufType::I8:
      return numberAt<std::int8_t>(at);
    case GgufType::U16:
      return numberAt<std::uint16_t>(at);
    case GgufType::I16:
      return numberAt<std::int16_t>(at);
    case GgufType::U32:
      return numberAt<std::uint32_t>(at);
    case GgufType::I32:
      return numberAt<std::int32_t>(at);
    case GgufType::I64:
      return numberAt<std::int64_t>(at);
    case GgufType::U64: {
      const auto value = numberAt<std::uint64_t>(at);
      if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return static_cast<std::int64_t>(value);
      return {};
    }
    default:
      return {};
  }
}

/// A finite number of any type.
std::optional<double> realAt(GgufType type, const std::byte* at) {
  double value = 0;
  if (type == GgufType::F32)
    value = numberAt<float>(at);
  else if (type == GgufType::F64)
    value = numberAt<double>(at);
  else if (const auto whole = wholeAt(type, at))
    value = static_cast<double>(*whole);
  else
    return {};
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string_view textOf(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string kindOf(const GgufValue& value) {
  switch (value.type) {
    case GgufType::Text:
      return "a text";
    case GgufType::List:
      return "a list";
    case GgufType::Bool:
      return "true or false";
    default:
      return "a number";
  }
}

std::string shortNumber(double value) {
  char text[32];
  std::snprintf(text, sizeof(text), "%g", value);
  return text;
}

}  // namespace

std::string GgufMetadata::where(std::string_view key) const {
  return m_place + ": metadata '" + std::string(key) + "'";
}

const GgufValue& GgufMetadata::at(std::string_view key) const {
  const auto found = m_values.find(key);
  if (found == m_values.end()) throw Error(where(key) + " is missing");
  return found->second;
}

void GgufMetadata::fail(std::string_view key, const std::string& expected) const {
  throw Error(where(key) + ": expected " + expected + ", found " + kindOf(at(key)) + " (" + shown(key) + ")");
}

bool GgufMetadata::isList(std::string_view key) const {
  const auto found = m_values.find(key);
  return found != m_values.end() && found->second.type == GgufType::List;
}

std::int64_t GgufMetadata::integer(std::string_view key) const {
  const std::vector<std::int64_t> all = [&] { at(key); return integers(key); }();
  if (all.empty()) fail(key, "a whole number");
  for (const std::int64_t each : all)
    if (each != all.front()) fail(key, "one number for all layers");
  return all.front();
}

std::int64_t GgufMetadata::integer(std::string_view key, std::int64_t otherwise) const {
  return has(key) ? integer(key) : otherwise;
}

double GgufMetadata::number(std::string_view key) const {
  const GgufValue& value = at(key);
  const auto number = value.type == GgufType::List ? std::nullopt : realAt(value.type, value.bytes.data());
  if (!number) fail(key, "a number");
  return *number;
}

double GgufMetadata::number(std::string_view key, double otherwise) const { return has(key) ? number(key) : otherwise; }

bool GgufMetadata::flag(std::string_view key, bool otherwise) const {
  if (!has(key)) return otherwise;
  const GgufValue& value = at(key);
  if (value.type == GgufType::Bool) return value.bytes[0] != std::byte{0};
  const auto whole = value.type == GgufType::List ? std::nullopt : wholeAt(value.type, value.bytes.data());
  if (!whole || *whole < 0 || *whole > 1) fail(key, "true or false");
  return *whole == 1;
}

std::string_view GgufMetadata::text(std::string_view key) const {
  const GgufValue& value = at(key);
  if (value.type != GgufType::Text) fail(key, "a text");
  return textOf(value.bytes);
}

std::string_view GgufMetadata::text(std::string_view key, std::string_view otherwise) const {
  return has(key) ? text(key) : otherwise;
}

std::vector<std::int64_t> GgufMetadata::integers(std::string_view key) const {
  std::vector<std::int64_t> out;
  if (!has(key)) return out;
  const GgufValue& value = at(key);
  const bool list = value.type == GgufType::List;
  const GgufType type = list ? value.element : value.type;
  for (std::uint64_t i = 0; i < value.count; ++i) {
    const std::byte* const place = value.bytes.data() + i * bytesOf(type);
    std::optional<std::int64_t> whole;
    if (type == GgufType::Bool && list)
      whole = *place != std::byte{0} ? 1 : 0;
    else if (type != GgufType::Text)
      whole = wholeAt(type, place);
    if (!whole) fail(key, list ? "whole numbers" : "a whole number");
    out.push_back(*whole);
  }
  return out;
}

std::vector<double> GgufMetadata::numbers(std::string_view key) const {
  std::vector<double> out;
  if (!has(key)) return out;
  const GgufValue& value = at(key);
  const GgufType type = value.type == GgufType::List ? value.element : value.type;
  for (std::uint64_t i = 0; i < value.count; ++i) {
    const auto number = type == GgufType::Text || type == GgufType::Bool
                            ? std::nullopt
                            : realAt(type, value.bytes.data() + i * bytesOf(type));
    if (!number) fail(key, "finite numbers");
    out.push_back(*number);
  }
  return out;
}

std::vector<std::string_view> GgufMetadata::texts(std::string_view key) const {
  std::vector<std::string_view> out;
  if (!has(key)) return out;
  const GgufValue& value = at(key);
  if (value.type != GgufType::List || value.element != GgufType::Text) fail(key, "a list of texts");
  out.reserve(static_cast<std::size_t>(value.count));
  std::size_t place = 0;
  for (std::uint64_t i = 0; i < value.count; ++i) {
    const auto length = static_cast<std::size_t>(numberAt<std::uint64_t>(value.bytes.data() + place));
    out.push_back(textOf(value.bytes.subspan(place + 8, length)));
    place += 8 + length;
  }
  return out;
}

std::string GgufMetadata::shown(std::string_view key) const {
  constexpr std::size_t kMost = 60;
  const GgufValue& value = at(key);
  const auto cut = [](std::string text) {
    if (text.size() <= kMost) return text;
    text.resize(kMost);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) text.pop_back();
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xc0) text.pop_back();
    return text + "…";
  };
  if (value.type == GgufType::Text) return cut(std::string(textOf(value.bytes)));
  if (value.type == GgufType::Bool) return value.bytes[0] != std::byte{0} ? "true" : "false";
  if (value.type != GgufType::List) return shortNumber(realAt(value.type, value.bytes.data()).value_or(NAN));
  if (value.element == GgufType::Text || value.count > kMost) return std::to_string(value.count) + " values";
  std::string list;
  for (std::uint64_t i = 0; i < value.count; ++i) {
    const std::byte* const place = value.bytes.data() + i * bytesOf(value.element);
    const double number = value.element == GgufType::Bool ? static_cast<double>(*place != std::byte{0})
                                                          : realAt(value.element, place).value_or(NAN);
    list += (i == 0 ? "" : ", ") + shortNumber(number);
  }
  return cut(list);
}

}  // namespace headlight
