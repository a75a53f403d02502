#include "core/checkpoint/config.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_depth.h"

namespace headlight {

using nlohmann::json;

struct Config::Node {  // NOLINT(bugprone-exception-escape): what JSON values throw is out of memory.
  json value;
};

namespace {

constexpr Index kMaxSize = Index{1} << 27;
constexpr std::uintmax_t kMaxBytes = 64u << 20;
constexpr int kMaxDepth = 32;

/// The value as a short text for a message.
std::string shortText(const json& value) {
  std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  return text.size() > 60 ? text.substr(0, 60) + "…" : text;
}

const json* find(const json& object, std::string_view key) {
  const auto at = object.find(std::string(key));
  return at == object.end() || at->is_null() ? nullptr : &*at;
}

[[noreturn]] void wrong(const std::string& where, const std::string& expected, const json& found) {
  throw Error(where + ": expected " + expected + ", found " + shortText(found));
}

std::vector<std::int64_t> integersIn(const json& list, const std::string& where) {
  std::vector<std::int64_t> out;
  for (const json& item : list) {
    if (!item.is_number_integer()) wrong(where, "whole numbers", item);
    out.push_back(item.get<std::int64_t>());
  }
  return out;
}

}  // namespace

Config Config::open(const std::filesystem::path& folder, const char* name) {
  const auto file = folder / name;
  std::error_code code;
  const auto bytes = std::filesystem::file_size(file, code);
  if (code) throw Error("'" + folder.string() + "': no " + name + ", so this is not a model folder");
  if (bytes > kMaxBytes)
    throw Error("'" + file.string() + "': expected a small file, found " + std::to_string(bytes) + " bytes");
  std::ifstream stream(file, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream.is_open() || stream.bad()) throw Error("'" + file.string() + "': cannot be read");
  return parse(text, "'" + file.string() + "'");
}

Config Config::parse(std::string_view text, const std::string& place) {
  if (isNestedDeeperThan(text, kMaxDepth))
    throw Error(place + ": expected at most " + std::to_string(kMaxDepth) + " levels of JSON, found more");
  auto node = std::make_shared<Node>();
  try {
    node->value = json::parse(text);
  } catch (const json::exception& error) {
    throw Error(place + ": not valid JSON: " + error.what());
  }
  if (!node->value.is_object()) throw Error(place + ": expected a JSON object, found " + node->value.type_name());
  return Config(std::move(node), place);
}

std::string Config::where(std::string_view key) const { return m_place + ": '" + std::string(key) + "'"; }

bool Config::has(std::string_view key) const { return find(m_node->value, key) != nullptr; }

bool Config::declares(std::string_view key) const { return m_node->value.contains(std::string(key)); }

bool Config::isText(std::string_view key) const {
  const json* value = find(m_node->value, key);
  return value && value->is_string();
}

bool Config::isNumber(std::string_view key) const {
  const json* value = find(m_node->value, key);
  return value && value->is_number();
}

Index Config::size(std::string_view key) const {
  const json* value = find(m_node->value, key);
  if (!value) throw Error(where(key) + " is missing");
  const double number = value->is_number() ? value->get<double>() : 0;
  if (!(number >= 1 && number <= static_cast<double>(kMaxSize)) || number != std::floor(number))
    wrong(where(key), "a whole number from 1 to " + std::to_string(kMaxSize), *value);
  return static_cast<Index>(number);
}

Index Config::size(std::string_view key, Index otherwise) const { return has(key) ? size(key) : otherwise; }

std::int64_t Config::integer(std::string_view key, std::int64_t otherwise) const {
  const json* value = find(m_node->value, key);
  if (!value) return otherwise;
  if (!value->is_number_integer()) wrong(where(key), "a whole number", *value);
  return value->get<std::int64_t>();
}

double Config::number(std::string_view key, double otherwise) const {
  const json* value = find(m_node->value, key);
  if (!value) return otherwise;
  if (!value->is_number() || !std::isfinite(value->get<double>())) wrong(where(key), "a number", *value);
  return value->get<double>();
}

bool Config::flag(std::string_view key, bool otherwise) const {
  const json* value = find(m_node->value, key);
  if (!value) return otherwise;
  if (!value->is_boolean()) wrong(where(key), "true or false", *value);
  return value->get<bool>();
}

std::string Config::text(std::string_view key, const std::string& otherwise) const {
  const json* value = find(m_node->value, key);
  if (!value) return otherwise;
  if (!value->is_string()) wrong(where(key), "a text", *value);
  return value->get<std::string>();
}

std::vector<std::string> Config::texts(std::string_view key) const {
  const json* value = find(m_node->value, key);
  if (!value) return {};
  if (!value->is_array()) wrong(where(key), "a list of texts", *value);
  std::vector<std::string> out;
  for (const json& item : *value) {
    if (!item.is_string()) wrong(where(key), "a list of texts", item);
    out.push_back(item.get<std::string>());
  }
  return out;
}

std::vector<double> Config::numbers(std::string_view key) const {
  const json* value = find(m_node->value, key);
  if (!value) return {};
  if (!value->is_array()) wrong(where(key), "a list of numbers", *value);
  std::vector<double> out;
  for (const json& item : *value) {
    if (!item.is_number() || !std::isfinite(item.get<double>())) wrong(where(key), "a list of numbers", item);
    out.push_back(item.get<double>());
  }
  return out;
}

std::vector<std::int64_t> Config::integers(std::string_view key) const {
  const json* value = find(m_node->value, key);
  if (!value) return {};
  if (!value->is_array()) return {integer(key, 0)};
  return integersIn(*value, where(key));
}

std::vector<std::vector<std::int64_t>> Config::lists(std::string_view key) const {
  const json* value = find(m_node->value, key);
  if (!value) return {};
  if (!value->is_array()) wrong(where(key), "lists of whole numbers", *value);
  std::vector<std::vector<std::int64_t>> out;
  for (const json& list : *value) {
    if (!list.is_array()) wrong(where(key), "lists of whole numbers", list);
    out.push_back(integersIn(list, where(key)));
  }
  return out;
}

std::optional<Config> Config::object(std::string_view key) const {
  const json* value = find(m_node->value, key);
  if (!value) return {};
  if (!value->is_object()) wrong(where(key), "an object", *value);
  auto node = std::make_shared<Node>();
  node->value = *value;
  return Config(std::move(node), m_place + ": '" + std::string(key) + "'");
}

std::vector<std::string> Config::labels() const {
  const json* value = find(m_node->value, "id2label");
  if (!value) return {};
  if (!value->is_object()) wrong(where("id2label"), "an object", *value);
  std::vector<std::string> out(value->size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const json* label = find(*value, std::to_string(i));
    if (!label)
      throw Error(where("id2label") + ": expected the ids 0 to " + std::to_string(out.size() - 1) + ", " +
                  std::to_string(i) + " is missing");
    out[i] = label->is_string() ? label->get<std::string>() : shortText(*label);
  }
  return out;
}

}  // namespace headlight
