#include "core/checkpoint/config.h"

#include <charconv>
#include <cmath>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/json_value.h"

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

std::vector<std::int64_t> integersIn(const JsonValue& list, const char* expected) {
  std::vector<std::int64_t> out;
  for (const JsonValue& item : list.list(expected)) out.push_back(item.integer());
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

std::optional<JsonValue> Config::find(std::string_view key) const {
  const json* value = m_node->find(key);
  return value ? std::optional(JsonValue(*value, where(key))) : std::nullopt;
}

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
  const auto value = find(key);
  if (!value) throw Error(where(key) + " is missing");
  const std::string expected = "a whole number from 1 to " + std::to_string(kMaxSize);
  const double number = value->number(1, static_cast<double>(kMaxSize), expected);
  if (number != std::floor(number)) value->fail(expected);
  return static_cast<Index>(number);
}

Index Config::size(std::string_view key, Index otherwise) const { return has(key) ? size(key) : otherwise; }

std::int64_t Config::integer(std::string_view key, std::int64_t otherwise) const {
  const auto value = find(key);
  return value ? value->integer() : otherwise;
}

double Config::number(std::string_view key, double otherwise) const {
  const auto value = find(key);
  return value ? value->number() : otherwise;
}

bool Config::flag(std::string_view key, bool otherwise) const {
  const auto value = find(key);
  return value ? value->flag() : otherwise;
}

std::string Config::text(std::string_view key, const std::string& otherwise) const {
  const auto value = find(key);
  return value ? value->text() : otherwise;
}

std::vector<std::string> Config::texts(std::string_view key) const {
  std::vector<std::string> out;
  if (const auto value = find(key))
    for (const JsonValue& each : value->list("a list of texts")) out.push_back(each.text());
  return out;
}

std::vector<double> Config::numbers(std::string_view key) const {
  std::vector<double> out;
  if (const auto value = find(key))
    for (const JsonValue& each : value->list("a list of numbers")) out.push_back(each.number());
  return out;
}

std::vector<std::int64_t> Config::integers(std::string_view key) const {
  const auto value = find(key);
  if (!value) return {};
  return value->isList() ? integersIn(*value, "a list") : std::vector{value->integer()};
}

std::vector<std::pair<std::string, double>> Config::namedNumbers(std::string_view key) const {
  std::vector<std::pair<std::string, double>> out;
  const auto value = find(key);
  if (!value) return out;
  if (!value->value().is_object()) value->fail("an object of numbers");
  for (const auto& [name, number] : value->value().items())
    out.emplace_back(name, JsonValue(number, where(key) + ", '" + name + "'").number());
  return out;
}

std::vector<std::vector<std::int64_t>> Config::lists(std::string_view key) const {
  std::vector<std::vector<std::int64_t>> out;
  constexpr const char* kExpected = "lists of whole numbers";
  if (const auto value = find(key))
    for (const JsonValue& list : value->list(kExpected)) out.push_back(integersIn(list, kExpected));
  return out;
}

std::vector<std::string> Config::repeatedTexts(std::string_view key) const {
  constexpr std::size_t kMost = 1u << 16;
  const std::string expected = "lists of texts with how often each is repeated";
  std::vector<std::string> out;
  const auto value = find(key);
  if (!value) return out;
  for (const JsonValue& part : value->list(expected)) {
    const std::vector<JsonValue> pair = part.list(expected);
    if (pair.size() != 2) part.fail(expected);
    std::vector<std::string> texts;
    for (const JsonValue& text : pair[0].list(expected)) texts.push_back(text.text());
    for (auto times = pair[1].integer(); times > 0 && !texts.empty(); --times) {
      if (out.size() + texts.size() > kMost) part.fail(expected);
      out.insert(out.end(), texts.begin(), texts.end());
    }
  }
  return out;
}

std::optional<Config> Config::object(std::string_view key) const {
  const auto value = find(key);
  if (!value) return {};
  if (!value->value().is_object()) value->fail("an object");
  auto& node = m_node->objects[std::string(key)];
  if (!node) {
    node = std::make_shared<Node>();
    node->value = value->value();
  }
  return Config(node, where(key));
}

std::map<std::int64_t, std::string> Config::labels() const {
  const auto value = find("id2label");
  std::map<std::int64_t, std::string> out;
  if (!value) return out;
  if (!value->value().is_object()) value->fail("an object");
  for (const auto& [key, label] : value->value().items()) {
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
