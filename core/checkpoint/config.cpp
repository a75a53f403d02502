#include "core/checkpoint/config.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"

namespace headlight {

using nlohmann::json;

struct Config::Node {  // NOLINT(bugprone-exception-escape): what JSON values throw is out of memory.
  json value;
  std::set<std::string, std::less<>> read;
  std::map<std::string, std::shared_ptr<Node>, std::less<>> objects;  ///< Those in it that were asked for.

  /// The value of `key`, or null; remembers that it was asked for.
  const json* at(std::string_view key) {
    read.emplace(key);
    const auto found = value.find(std::string(key));
    return found == value.end() ? nullptr : &*found;
  }
  /// The same; null also where the file says null.
  const json* find(std::string_view key) {
    const json* found = at(key);
    return found && found->is_null() ? nullptr : found;
  }
};

namespace {

constexpr Index kMaxSize = Index{1} << 27;
constexpr std::uintmax_t kMaxBytes = 64u << 20;

/// The value as a short text for a message.
std::string shortText(const json& value) {
  std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() <= 60) return text;
  std::size_t end = 60;
  while ((static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  return text.substr(0, end) + "…";
}

[[noreturn]] void wrong(const std::string& where, const std::string& expected, const json& found) {
  throw Error(where + ": expected " + expected + ", found " + shortText(found));
}

/// Whether a value is a whole number of 64 bits with a sign.
bool isInteger(const json& value) {
  if (!value.is_number_integer()) return false;
  return !value.is_number_unsigned() || value.get<std::uint64_t>() <= std::numeric_limits<std::int64_t>::max();
}

std::vector<std::int64_t> integersIn(const json& list, const std::string& where) {
  std::vector<std::int64_t> out;
  for (const json& item : list) {
    if (!isInteger(item)) wrong(where, "whole numbers", item);
    out.push_back(item.get<std::int64_t>());
  }
  return out;
}

}  // namespace

Config Config::open(const std::filesystem::path& folder, const char* name) {
  const auto file = folder / name;
  if (!isThere(file)) throw Error("'" + folder.string() + "': not a model folder: " + name + " is missing");
  return parse(readFile(file, kMaxBytes), "'" + file.string() + "'");
}

Config Config::parse(std::string_view text, const std::string& place) {
  auto node = std::make_shared<Node>();
  node->value = parseJson(text, place);
  if (!node->value.is_object()) throw Error(place + ": expected a JSON object, found " + node->value.type_name());
  return Config(std::move(node), place);
}

std::string Config::where(std::string_view key) const { return m_place + ": '" + std::string(key) + "'"; }

bool Config::has(std::string_view key) const { return m_node->find(key) != nullptr; }

bool Config::declares(std::string_view key) const { return m_node->at(key) != nullptr; }

bool Config::isText(std::string_view key) const {
  const json* value = m_node->find(key);
  return value && value->is_string();
}

bool Config::isNumber(std::string_view key) const {
  const json* value = m_node->find(key);
  return value && value->is_number();
}

Index Config::size(std::string_view key) const {
  const json* value = m_node->find(key);
  if (!value) throw Error(where(key) + " is missing");
  const double number = value->is_number() ? value->get<double>() : 0;
  if (!(number >= 1 && number <= static_cast<double>(kMaxSize)) || number != std::floor(number))
    wrong(where(key), "a whole number from 1 to " + std::to_string(kMaxSize), *value);
  return static_cast<Index>(number);
}

Index Config::size(std::string_view key, Index otherwise) const { return has(key) ? size(key) : otherwise; }

std::int64_t Config::integer(std::string_view key, std::int64_t otherwise) const {
  const json* value = m_node->find(key);
  if (!value) return otherwise;
  if (!isInteger(*value)) wrong(where(key), "a whole number", *value);
  return value->get<std::int64_t>();
}

double Config::number(std::string_view key, double otherwise) const {
  const json* value = m_node->find(key);
  if (!value) return otherwise;
  if (!value->is_number() || !std::isfinite(value->get<double>())) wrong(where(key), "a number", *value);
  return value->get<double>();
}

bool Config::flag(std::string_view key, bool otherwise) const {
  const json* value = m_node->find(key);
  if (!value) return otherwise;
  if (!value->is_boolean()) wrong(where(key), "true or false", *value);
  return value->get<bool>();
}

std::string Config::text(std::string_view key, const std::string& otherwise) const {
  const json* value = m_node->find(key);
  if (!value) return otherwise;
  if (!value->is_string()) wrong(where(key), "a text", *value);
  return value->get<std::string>();
}

std::vector<std::string> Config::texts(std::string_view key) const {
  const json* value = m_node->find(key);
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
  const json* value = m_node->find(key);
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
  const json* value = m_node->find(key);
  if (!value) return {};
  if (!value->is_array()) return {integer(key, 0)};
  return integersIn(*value, where(key));
}

std::vector<std::vector<std::int64_t>> Config::lists(std::string_view key) const {
  const json* value = m_node->find(key);
  if (!value) return {};
  if (!value->is_array()) wrong(where(key), "lists of whole numbers", *value);
  std::vector<std::vector<std::int64_t>> out;
  for (const json& list : *value) {
    if (!list.is_array()) wrong(where(key), "lists of whole numbers", list);
    out.push_back(integersIn(list, where(key)));
  }
  return out;
}

std::vector<std::string> Config::repeatedTexts(std::string_view key) const {
  constexpr std::size_t kMost = 1u << 16;
  const json* value = m_node->find(key);
  if (!value) return {};
  const std::string expected = "lists of texts with how often each is repeated";
  if (!value->is_array()) wrong(where(key), expected, *value);
  std::vector<std::string> out;
  for (const json& part : *value) {
    if (!part.is_array() || part.size() != 2 || !part[0].is_array() || !isInteger(part[1]))
      wrong(where(key), expected, part);
    for (auto times = part[1].get<std::int64_t>(); times > 0; --times)
      for (const json& text : part[0]) {
        if (!text.is_string() || out.size() == kMost) wrong(where(key), expected, part);
        out.push_back(text.get<std::string>());
      }
  }
  return out;
}

std::optional<Config> Config::object(std::string_view key) const {
  const json* value = m_node->find(key);
  if (!value) return {};
  if (!value->is_object()) wrong(where(key), "an object", *value);
  auto& node = m_node->objects[std::string(key)];
  if (!node) {
    node = std::make_shared<Node>();
    node->value = *value;
  }
  return Config(node, m_place + ": '" + std::string(key) + "'");
}

std::map<std::int64_t, std::string> Config::labels() const {
  const json* value = m_node->find("id2label");
  std::map<std::int64_t, std::string> out;
  if (!value) return out;
  if (!value->is_object()) wrong(where("id2label"), "an object", *value);
  for (const auto& [key, label] : value->items()) {
    std::int64_t id = 0;
    const auto [end, failed] = std::from_chars(key.data(), key.data() + key.size(), id);
    if (failed != std::errc() || end != key.data() + key.size() || id < 0)
      throw Error(where("id2label") + ": expected the numbers of classes as keys, found '" + key + "'");
    if (!label.is_null()) out[id] = label.is_string() ? label.get<std::string>() : shortText(label);
  }
  return out;
}

Config Config::renamed(const std::vector<std::pair<std::string_view, std::string_view>>& fromTo) const {
  auto node = std::make_shared<Node>(*m_node);
  for (const auto& [from, to] : fromTo) {
    const auto found = node->value.find(std::string(from));
    if (found == node->value.end() || found->is_null()) continue;
    node->value[std::string(to)] = *found;
    node->value.erase(std::string(from));
  }
  return Config(std::move(node), m_place);
}

std::vector<Config::Unread> Config::unread() const {
  std::vector<Unread> out;
  for (const auto& [key, value] : m_node->value.items()) {
    if (value.is_null()) continue;
    if (const auto object = m_node->objects.find(key); object != m_node->objects.end())
      for (const Unread& inner : Config(object->second, m_place).unread())
        out.push_back({key + "." + inner.key, inner.value});
    else if (!m_node->read.contains(key))
      out.push_back({key, shortText(value)});
  }
  return out;
}

}  // namespace headlight
